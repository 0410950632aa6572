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
package fovea.ij1.preview;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * ROIs that are shown for a while in an image's overlay: what was in it before comes back, with what a person has added
 * meanwhile. Not thread-safe.
 */
public final class Shown {

	private final ImagePlus image;
	private final Predicate<Roi> stays;
	private final Set<Roi> own = new HashSet<>();
	private Overlay before;
	private Overlay shown;

	/**
	 * @param image whose overlay it is
	 * @param stays which of the ROIs that it has are seen beside the preview
	 */
	public Shown(final ImagePlus image, final Predicate<Roi> stays) {
		this.image = image;
		this.stays = stays;
	}

	/** @param rois in place of those shown before */
	public void show(final List<Roi> rois) {
		restore();
		before = image.getOverlay();
		shown = before == null ? new Overlay() : before.create();
		if (before != null) for (final Roi roi : before) if (stays.test(roi)) shown.add(roi);
		rois.forEach(shown::add);
		own.addAll(rois);
		image.setOverlay(shown);
	}

	/** @return what is in the image's overlay beside what is shown */
	public List<Roi> others() {
		final List<Roi> others = new ArrayList<>();
		final Overlay now = image.getOverlay();
		if (now != null) for (final Roi roi : now) if (!isOwn(roi)) others.add(roi);
		return others;
	}

	/** ROIs of one box and length are equal for ImageJ. */
	private boolean isOwn(final Roi roi) {
		return own.stream().anyMatch(shownOne -> shownOne == roi);
	}

	/** Gives the image its overlay back. */
	public void remove() {
		if (shown == null) return;
		restore();
		image.setOverlay(image.getOverlay()); // draws
	}

	private void restore() {
		if (shown == null) return;
		final Overlay now = image.getOverlay();
		if (now == shown) {
			final Overlay back = before == null ? new Overlay() : before;
			for (final Roi roi : now) if (!own.contains(roi) && !contains(back, roi)) back.add(roi);
			image.setOverlay(back.size() == 0 ? null : back);
		} else if (now != null) withoutOwn(now);
		own.clear();
		shown = null;
		before = null;
	}

	/** Another command has made a new overlay out of the one that was shown. */
	private void withoutOwn(final Overlay now) {
		final Overlay others = now.create();
		for (final Roi roi : now) if (!own.contains(roi)) others.add(roi);
		if (others.size() < now.size()) image.setOverlay(others.size() == 0 ? null : others);
	}

	private static boolean contains(final Overlay overlay, final Roi roi) {
		for (final Roi other : overlay) if (other == roi) return true;
		return false;
	}
}
