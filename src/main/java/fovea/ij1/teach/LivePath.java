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
package fovea.ij1.teach;

import fovea.teach.Plane;
import fovea.teach.Stroke;
import fovea.teach.Stroke.Point;
import java.util.ArrayList;
import java.util.List;

/** A stroke that is being drawn. Swing's thread only, but that {@link #isDone} may be asked and said by any. */
final class LivePath {

	private final Plane plane;
	private final int classIndex;
	private final double radius;
	private final List<Point> points = new ArrayList<>();
	private volatile boolean done;

	/**
	 * @param plane that it is drawn on
	 * @param classIndex of it, or {@link Stroke#ERASE}
	 * @param diameter of the brush in pixels
	 */
	LivePath(final Plane plane, final int classIndex, final double diameter) {
		this.plane = plane;
		this.classIndex = classIndex;
		radius = diameter / 2;
	}

	/** @return what the brush leaves on its way there from where it was */
	Stroke to(final double x, final double y) {
		final Point next = new Point(x, y);
		final Point last = points.isEmpty() ? next : points.get(points.size() - 1);
		points.add(next);
		return Stroke.line(plane, classIndex, List.of(last, next), radius);
	}

	/** @return places that it has passed so far */
	List<Point> points() {
		return List.copyOf(points);
	}

	/** @return what a way through these places leaves */
	Stroke stroke(final List<Point> way) {
		return Stroke.line(plane, classIndex, way, radius);
	}

	/** @return whether the session has it, so that it is among its strokes */
	boolean isDone() {
		return done;
	}

	/** The session has it. */
	void setDone() {
		done = true;
	}
}
