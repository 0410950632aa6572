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
package fovea.ui.latent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.chart.PointColors;
import fovea.chart.ScatterChart;
import fovea.chart.ScatterChart.View;
import fovea.data.ImageSource;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.infer.ModelOptions;
import fovea.latent.Autoencoder;
import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import fovea.latent.LatentSpace;
import fovea.latent.PlaneItems;
import fovea.latent.Pooling;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.Architectures;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.awt.geom.Rectangle2D;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the plot follows a hand. The processor's time counts, which other programs do not add to. */
@Tag("slow")
class ExplorerSpeedTest {

	private static final int POINTS = 10_000;
	private static final System.Logger LOG = System.getLogger("fovea");

	@TempDir
	private static Path folder;

	@Test
	void tenThousandPointsAreZoomedInLessThanAMomentOfTheProcessor() {
		final Random random = new Random(1);
		final double[] x = random.doubles(POINTS, -5, 5).toArray();
		final double[] y = random.doubles(POINTS, -5, 5).toArray();
		final List<String> labels =
				random.ints(POINTS, 0, 10).mapToObj(String::valueOf).toList();
		final ScatterChart chart = new ScatterChart(
				x,
				y,
				PointColors.ofLabels(labels, labels.stream().distinct().sorted().toList()),
				"PC 1 (43 %)",
				"PC 2 (20 %)");
		View view = chart.whole();
		final int turns = 120;
		final long[] cpu = new long[turns];
		final long[] clock = new long[turns];
		for (int i = 0; i < turns; i++) {
			view = new PlotFrame(view, new Rectangle2D.Double(60, 40, 700, 600))
					.zoomed(300, 250, i % 20 < 10 ? 0.9 : 1 / 0.9, chart.whole());
			final long began = System.nanoTime();
			final long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			chart.draw(view, 800, 700, 1);
			cpu[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
			clock[i] = System.nanoTime() - began;
		}
		final long first = cpu[0];
		Arrays.sort(cpu);
		Arrays.sort(clock);
		LOG.log(
				System.Logger.Level.INFO,
				String.format(
						"a zoom of %d points: first %.1f ms of the processor, median %.1f, 9 of 10 below %.1f; by "
								+ "the clock %.1f and %.1f",
						POINTS,
						first / 1e6,
						cpu[turns / 2] / 1e6,
						cpu[turns * 9 / 10] / 1e6,
						clock[turns / 2] / 1e6,
						clock[turns * 9 / 10] / 1e6));
		assertTrue(cpu[turns / 2] < 50_000_000, cpu[turns / 2] / 1e6 + " ms");
	}

	/**
	 * A hand that moves two hundred times a second, for some seconds; the picture of each decoded place comes to
	 * Swing's thread.
	 */
	@Test
	void whatIsDecodedWhileDraggingIsManyPicturesASecond() throws Exception {
		final Architecture network = Architectures.named("cae-strided")
				.build(Architectures.named("cae-strided")
						.defaults()
						.withChannels(1)
						.withSize(28, 28));
		final Path model = folder.resolve("cae-strided");
		try (TrainableNetwork trainable = new TensorFlowNetworkFactory()
				.create(network, Initializers.initialize(network, 1), new Loss.MeanSquaredError(), 1)) {
			trainable.export(model);
		}
		for (final EngineKind kind : EngineKind.values())
			try (Engine engine = Engine.of(kind);
					Autoencoder autoencoder = Autoencoder.open(
							ModelArchive.open(model),
							engine.loader(),
							new ModelOptions("", "", "", "none"),
							Pooling.MEAN)) {
				final int pictures = drag(autoencoder);
				LOG.log(System.Logger.Level.INFO, kind + ": " + pictures / 5.0 + " decoded pictures a second");
				assertTrue(pictures > 0);
			}
	}

	private static int drag(final Autoencoder autoencoder) throws Exception {
		final Encodings encodings = Points.random(100, 2);
		final LatentSpace space = new LatentSpace(
				autoencoder,
				new PlaneItems(ImageSource.of("none", List.of()), null, null),
				encodings,
				LatentProjection.of(encodings.points()));
		final ItemRenderer renderer = new ItemRenderer(space);
		final ExecutorService worker = Executors.newSingleThreadExecutor();
		final AtomicInteger shown = new AtomicInteger();
		final List<String> failures = new ArrayList<>();
		final LatestTask<float[], List<ItemPictures.Captioned>> choice = new LatestTask<>(
				worker,
				SwingUtilities::invokeLater,
				renderer::decoded,
				pictures -> shown.incrementAndGet(),
				failures::add);
		wishFor(choice, 2000);
		shown.set(0);
		wishFor(choice, 5000);
		worker.shutdown();
		assertTrue(failures.isEmpty(), failures.toString());
		return shown.get();
	}

	private static void wishFor(final LatestTask<float[], ?> choice, final long ms) throws Exception {
		final long end = System.nanoTime() + ms * 1_000_000;
		for (int i = 0; System.nanoTime() < end; i++) {
			final float[] z = {i % 100 / 50f, 1 - i % 70 / 35f};
			SwingUtilities.invokeLater(() -> choice.submit(z));
			Thread.sleep(5);
		}
	}
}
