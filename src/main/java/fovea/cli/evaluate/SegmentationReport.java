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
package fovea.cli.evaluate;

import fovea.evaluate.SegmentationScore;
import fovea.evaluate.SegmentationSummary;
import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * How well segmentations cover the truth. Of the classes the background is left out; where there is nothing to judge,
 * neither in the truth nor in the result, a cell is empty.
 */
final class SegmentationReport extends EvaluationReport<SegmentationScore> {

	private final List<ClassSpec> classes;

	/** @param classes of the truth, background first */
	SegmentationReport(final List<ClassSpec> classes) {
		this.classes = List.copyOf(classes);
	}

	@Override
	List<String> headings() {
		final List<String> headings = new ArrayList<>();
		for (final ClassSpec c : classes.subList(1, classes.size()))
			headings.addAll(List.of("IoU " + c.name(), "Dice " + c.name()));
		headings.addAll(List.of("AP50", "true objects", "found", "matched"));
		return headings;
	}

	@Override
	String legend(final List<SegmentationScore> scores) {
		return "AP50: TP / (TP + FP + FN) of objects, matched at an IoU above 0.5; its mean of images is that of the "
				+ "2018 Data "
				+ "Science Bowl";
	}

	@Override
	List<String> row(final SegmentationScore score) {
		return cells(score.name(), score, value -> number(value, 4));
	}

	private static List<String> cells(
			final String first, final SegmentationScore score, final DoubleFunction<String> text) {
		final List<String> cells = new ArrayList<>(List.of(first));
		for (final Overlap overlap : score.classes().subList(1, score.classes().size()))
			cells.addAll(
					overlap.isEmpty()
							? List.of("", "")
							: List.of(text.apply(overlap.iou()), text.apply(overlap.dice())));
		final ObjectMatches objects = score.objects();
		cells.add(objects.isEmpty() ? "" : text.apply(objects.averagePrecision()));
		for (final int n : new int[] {objects.trueObjects(), objects.foundObjects(), objects.truePositives()})
			cells.add(String.valueOf(n));
		return cells;
	}

	@Override
	List<List<String>> totals(final List<SegmentationScore> scores) {
		final SegmentationSummary summary = SegmentationSummary.of(scores);
		final List<String> means = new ArrayList<>(List.of("mean of images"));
		for (int c = 1; c < classes.size(); c++)
			means.addAll(List.of(
					number(summary.meanIou().get(c), 4),
					number(summary.meanDice().get(c), 4)));
		means.add(number(summary.meanAveragePrecision(), 4));
		return List.of(means, row(new SegmentationScore("all images as one", summary.pooled(), summary.objects())));
	}

	@Override
	double quality(final List<SegmentationScore> scores) {
		final SegmentationSummary summary = SegmentationSummary.of(scores);
		return summary.pooled().get(1).iou()
				+ summary.objects().averagePrecision(); // splitting changes the objects only
	}

	@Override
	List<List<String>> csv(final List<SegmentationScore> scores) {
		final List<List<String>> lines = new ArrayList<>();
		final List<String> headings = new ArrayList<>(List.of("image"));
		for (final ClassSpec c : classes.subList(1, classes.size()))
			headings.addAll(List.of(
					"iou_" + c.name().replace(' ', '_'), "dice_" + c.name().replace(' ', '_')));
		headings.addAll(List.of("ap50", "true_objects", "found_objects", "matched_objects"));
		lines.add(headings);
		for (final SegmentationScore score : scores) lines.add(cells(score.name(), score, String::valueOf));
		return lines;
	}
}
