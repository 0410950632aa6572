/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Raster;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.result.PastTraining;
import fovea.train.result.TestTensors;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.Test;

/** All that is in the window of models, without one. */
class ModelsPaneTest {

	private final TreeSet<String> models = new TreeSet<>(List.of("inside", "mine", "yours"));
	private final List<String> heard = new ArrayList<>();
	private Optional<String> other = Optional.of("ours");
	private boolean mayRemove;

	private final ModelCatalog catalog = new ModelCatalog() {

		@Override
		public List<Listed> models() {
			return models.stream()
					.map(name -> new Listed(name, name.equals("inside") ? "" : "yours"))
					.toList();
		}

		@Override
		public String add(final Path file) throws FoveaException {
			if (file.endsWith("photo.png")) throw new ModelException("no model");
			final String name = file.getFileName().toString().replace(".zip", "");
			models.add(name);
			return name;
		}

		@Override
		public ShownModel card(final String name) throws FoveaException {
			if (name.equals("yours")) throw new ModelException("yours is <broken>");
			final Raster raster = new Raster(1, 2, 1, new float[] {0, 1});
			return new ShownModel(
					name,
					!name.equals("inside"),
					List.of(new ShownModel.Line("does", "wonders & <more>")),
					List.of(),
					name.equals("inside")
							? Optional.empty()
							: Optional.of(new PastTraining(
									"net",
									1,
									1,
									List.of(new EpochRecord(
											1, 1, OptionalDouble.of(1), OptionalDouble.of(20), 1e-3, 1)),
									1,
									"psnr",
									List.of(),
									Optional.empty())),
					Optional.of(new TestTensors(raster, raster)),
					Optional.empty());
		}

		@Override
		public void export(final String name, final Path file) {
			heard.add("export " + name + " " + file);
		}

		@Override
		public void rename(final String name, final String to) throws FoveaException {
			if (models.contains(to)) throw new ModelException("taken");
			models.remove(name);
			models.add(to);
		}

		@Override
		public void remove(final String name) {
			models.remove(name);
		}

		@Override
		public Path folder() {
			return Path.of("folder");
		}

		@Override
		public void trainFurther(final ShownModel model) {
			heard.add("train " + model.name());
		}

		@Override
		public void teach(final ShownModel model) {
			heard.add("teach " + model.name());
		}
	};

	private final ModelQuestions questions = new ModelQuestions() {

		@Override
		public Optional<Path> file(final String name) {
			return Optional.of(Path.of(name + ".zip"));
		}

		@Override
		public Optional<Path> model() {
			return Optional.of(Path.of("folder", "theirs.zip"));
		}

		@Override
		public Optional<String> otherName(final String name) {
			return other;
		}

		@Override
		public boolean mayRemove(final String name) {
			return mayRemove;
		}

		@Override
		public void open(final Path folder) {
			heard.add("open " + folder);
		}

		@Override
		public void complain(final String line) {
			heard.add("complain " + line);
		}
	};

	private final ModelsPane pane = new ModelsPane(catalog, questions, Runnable::run, Runnable::run);

	private void choose(final String name) throws Exception {
		SwingUtilities.invokeAndWait(() -> pane.refresh(name));
		assertEquals(name, chosen());
	}

	private String chosen() {
		return ((String) all(JList.class, pane).get(0).getSelectedValue()).replace(" (yours)", "");
	}

	private void press(final String text) throws Exception {
		SwingUtilities.invokeAndWait(() -> button(text).doClick());
	}

	private JButton button(final String text) {
		return all(JButton.class, pane).stream()
				.filter(button -> text.equals(button.getText()))
				.findAny()
				.orElseThrow();
	}

	private static <T> List<T> all(final Class<T> type, final Container in) {
		final List<T> found = new ArrayList<>();
		for (final Component child : in.getComponents()) {
			if (type.isInstance(child)) found.add(type.cast(child));
			if (child instanceof Container) found.addAll(all(type, (Container) child));
		}
		return found;
	}

	private String facts() {
		return all(ModelCard.class, pane).get(0).text();
	}

	@Test
	void whatComesWithFoveaCanOnlyBeExported() throws Exception {
		choose("inside");
		assertTrue(button("Export...").isEnabled());
		for (final String action : List.of("Rename...", "Remove", "Train further..."))
			assertFalse(button(action).isEnabled(), action);
		press("Export...");
		press("Open folder");
		assertEquals(List.of("export inside inside.zip", "open folder"), heard);
	}

	@Test
	void anOwnModelIsRenamedTrainedAndRemoved() throws Exception {
		choose("mine");
		press("Train further...");
		assertEquals(List.of("train mine"), heard);
		press("Rename...");
		assertEquals("ours", chosen());
		press("Remove");
		assertTrue(models.contains("ours"), "the person said no");
		mayRemove = true;
		press("Remove");
		assertEquals(List.of("inside", "yours"), List.copyOf(models));
		assertEquals("inside", chosen());
	}

	@Test
	void oneIsAddedByAButtonAndByDroppingItOnTheWindow() throws Exception {
		choose("inside");
		press("Add model...");
		assertEquals("theirs", chosen());
		assertEquals("theirs (yours)", all(JList.class, pane).get(0).getSelectedValue());
		assertTrue(drop(List.of(new File("more.zip"), new File("photo.png"))));
		assertEquals("more", chosen());
		assertEquals(List.of("complain no model"), heard);
		assertFalse(drop("a text"));
	}

	private boolean drop(final Object dropped) throws Exception {
		final DataFlavor flavor = dropped instanceof String ? DataFlavor.stringFlavor : DataFlavor.javaFileListFlavor;
		final AtomicBoolean taken = new AtomicBoolean();
		SwingUtilities.invokeAndWait(() -> taken.set(pane.getTransferHandler()
				.importData(new TransferHandler.TransferSupport(pane, new Transferable() {

					@Override
					public DataFlavor[] getTransferDataFlavors() {
						return new DataFlavor[] {flavor};
					}

					@Override
					public boolean isDataFlavorSupported(final DataFlavor asked) {
						return asked.equals(flavor);
					}

					@Override
					public Object getTransferData(final DataFlavor asked) {
						return dropped;
					}
				}))));
		return taken.get();
	}

	/** On a screen of 1366 x 768 with a panel and a title bar. */
	@Test
	void allButtonsAreSeenOnASmallScreen() throws Exception {
		choose("mine");
		SwingUtilities.invokeAndWait(() -> {
			pane.setSize(900, 660);
			layOut(pane);
		});
		for (final JButton button : all(JButton.class, pane)) {
			if (button.getText() == null || button.getText().isEmpty()) continue;
			final Rectangle place = SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), pane);
			assertTrue(new Rectangle(900, 660).contains(place), button.getText() + " " + place);
			assertTrue(button.getWidth() >= button.getPreferredSize().width, button.getText());
		}
	}

	@Test
	void whatFailsIsToldAndNothingChanges() throws Exception {
		other = Optional.of("inside");
		choose("mine");
		press("Rename...");
		assertEquals(List.of("complain taken"), heard);
		assertEquals("mine", chosen());
	}

	@Test
	void aBrokenModelSaysSoInItsCard() throws Exception {
		choose("yours");
		assertTrue(facts().contains("yours is &lt;broken&gt;"), facts());
		for (final String action : List.of("Export...", "Rename...", "Remove", "Train further..."))
			assertFalse(button(action).isEnabled(), action);
	}

	@Test
	void theCardIsPaintedAndItsTextIsNoHtml() throws Exception {
		choose("mine");
		assertTrue(facts().contains("wonders &amp; &lt;more&gt;"), facts());
		SwingUtilities.invokeAndWait(() -> {
			pane.setSize(900, 800);
			layOut(pane);
			final BufferedImage image = new BufferedImage(900, 800, BufferedImage.TYPE_INT_RGB);
			final Graphics2D graphics = image.createGraphics();
			pane.paint(graphics);
			graphics.dispose();
			assertTrue(count(image, 0x0072b2) > 10, "no curve is drawn");
		});
	}

	private static int count(final BufferedImage image, final int rgb) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) count++;
		return count;
	}

	private static void layOut(final Container container) {
		container.doLayout();
		for (final Component child : container.getComponents())
			if (child instanceof Container) layOut((Container) child);
	}
}
