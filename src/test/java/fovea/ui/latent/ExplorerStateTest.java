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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.chart.PointColors;
import fovea.chart.ScatterChart.View;
import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorerStateTest {

	private static final Encodings ALL = Points.random(20, 5);
	private static final LatentProjection PROJECTION = LatentProjection.of(ALL.points());
	private static final ExplorerState FIRST = ExplorerState.of(ALL, PROJECTION);

	@Test
	void itBeginsWithAllPointsAlongTheFirstTwoAxes() {
		assertEquals(0, FIRST.across());
		assertEquals(1, FIRST.up());
		assertTrue(FIRST.view().isEmpty()
				&& FIRST.point().isEmpty()
				&& FIRST.current().isEmpty()
				&& FIRST.selected().isEmpty());
		final Encodings line = Points.random(5, 1);
		assertEquals(
				0, ExplorerState.of(line, LatentProjection.of(line.points())).up(), "there is one axis only");
	}

	@Test
	void anItemIsLookedAtAndDecoded() {
		final ExplorerState state = FIRST.withCurrent(3);
		assertEquals(OptionalInt.of(3), state.current());
		assertSame(ALL.all().get(3).z(), state.point().get());
	}

	@Test
	void aPlaceOfThePlotIsThePrincipalComponentsInverted() {
		assertArrayEquals(
				PROJECTION.inverse(1.5, -2), FIRST.movedTo(1.5, -2).point().get(), 1e-5f);
		final double[] place = PROJECTION.project(
				FIRST.withCurrent(3).withAxes(2, 0).movedTo(1.5, -2).point().get());
		final double[] before = PROJECTION.project(ALL.all().get(3).z());
		assertArrayEquals(
				new double[] {-2, before[1], 1.5, before[3], before[4]}, place, 1e-5, "the rest stays as it was");
	}

	@Test
	void otherAxesShowAllPointsAgain() {
		final ExplorerState zoomed = FIRST.withView(Optional.of(new View(0, 1, 0, 1)));
		assertTrue(zoomed.withCurrent(1).view().isPresent());
		assertTrue(zoomed.withAxes(1, 2).view().isEmpty());
	}

	@Test
	void selectionsReplaceOrJoinInOrder() {
		final ExplorerState some = FIRST.withSelected(List.of(9, 2), false);
		assertEquals(List.of(2, 9), some.selected());
		assertEquals(List.of(2, 4, 9), some.withSelected(List.of(4, 9), true).selected());
		assertEquals(List.of(4), some.withSelected(List.of(4), false).selected());
	}

	@Test
	void labelsAreThoseOfTheSelectionOnly() {
		final ExplorerState named = FIRST.withColoring(Coloring.loss(ALL))
				.withSelected(List.of(0, 1), false)
				.withLabel("odd");
		assertEquals(
				List.of("odd", "odd", "a", "b"),
				named.encodings().all().subList(0, 4).stream()
						.map(Encoding::label)
						.toList());
		assertSame(Coloring.LABEL, named.coloring());
		assertEquals("a", ALL.all().get(0).label());
		assertSame(ALL.all().get(1).z(), named.encodings().all().get(1).z());
	}

	@Test
	void theWorstListHasTheOrderOfTheReport() {
		final List<String> ids = IntStream.of(WorstList.worstFirst(ALL))
				.mapToObj(i -> ALL.all().get(i).id())
				.toList();
		assertEquals(ALL.worstFirst().stream().map(Encoding::id).toList(), ids);
		assertEquals(0.10, ALL.all().get(WorstList.worstFirst(ALL)[0]).loss());
	}

	@Test
	void slidersAreDimensionsOfSmallSpacesAndComponentsOfLargeOnes() {
		final List<SliderAxis> own = SliderAxis.of(ALL, PROJECTION, Places.of(ALL, PROJECTION));
		assertEquals(
				List.of("z1", "z2", "z3", "z4", "z5"),
				own.stream().map(SliderAxis::name).toList());
		final float[] z = ALL.all().get(4).z();
		final float[] moved = own.get(2).moved(z, 7);
		assertEquals(7, own.get(2).value(moved));
		assertEquals(z[3], moved[3]);
		assertEquals(own.get(2).value(z), z[2]);

		final Encodings many = Points.random(40, 30);
		final LatentProjection projection = LatentProjection.of(many.points());
		final List<SliderAxis> components = SliderAxis.of(many, projection, Places.of(many, projection));
		assertEquals(16, components.size());
		assertEquals(projection.axisName(15), components.get(15).name());
		final float[] from = many.all().get(0).z();
		final double[] before = projection.project(from);
		final double[] after = projection.project(components.get(1).moved(from, 3));
		assertEquals(3, after[1], 1e-4);
		assertEquals(before[0], after[0], 1e-4);
		assertEquals(before[29], after[29], 1e-4);
		for (final Encoding encoding : many.all())
			assertTrue(components.get(0).value(encoding.z()) > components.get(0).min()
					&& components.get(0).value(encoding.z()) < components.get(0).max());
	}

	@Test
	void columnsOfFewValuesAreClassesAndOfManyNumbersAScale() {
		final PointColors labels = Coloring.LABEL.colors(ALL);
		assertEquals(
				List.of("a", "b"),
				labels.keys().stream().map(PointColors.Key::name).toList());
		assertEquals(labels.keys().get(1).rgb(), labels.rgb()[1]);
		final Encodings some = Points.random(30, 2);
		final PointColors area = new Coloring(
						"Area",
						IntStream.range(0, 30)
								.mapToObj(i -> String.valueOf(i * 10))
								.toList())
				.colors(some);
		assertEquals(
				List.of("0.00", "72.5", "145", "218", "290"),
				area.keys().stream().map(PointColors.Key::name).toList());
		assertEquals(area.keys().get(4).rgb(), area.rgb()[29]);
		assertEquals(area.keys().get(0).rgb(), area.rgb()[0]);
		assertEquals(
				"3.00",
				new Coloring("Area", List.of("3", "5", "7", "11", "4"))
						.colors(Points.random(5, 2))
						.keys()
						.get(0)
						.name(),
				"no two of one class");
		final PointColors group = new Coloring(
						"Group",
						IntStream.range(0, 30)
								.mapToObj(i -> String.valueOf(i % 3 + 9))
								.toList())
				.colors(some);
		assertEquals(
				List.of("9", "10", "11"),
				group.keys().stream().map(PointColors.Key::name).toList(),
				"in the numbers' order");
	}
}
