"""Copies of stained images with other amounts of stain, so that a network sees more laboratories than there are.

Hematoxylin, eosin and DAB (Ruifrok and Johnston 2001) are each multiplied by 0.7 to 1.3 and shifted by up to 0.03 (as Tellez et
al. 2018 do). Labels are linked. Needs NumPy and scikit-image.

    python stain_variants.py SEED COUNT FROM TO ID...     FROM, TO: folders with images/ and labels/; writes TO/images/ID-stain1.png ...
"""
import sys
from pathlib import Path

import numpy as np
from skimage import color, io

STRENGTH = (0.7, 1.3)
SHIFT = (-0.03, 0.03)


def main(seed, count, source, target, ids):
    random = np.random.default_rng(seed)
    for kind in ("images", "labels"):
        (target / kind).mkdir(parents=True, exist_ok=True)
    for name in ids:
        stains = color.rgb2hed(io.imread(source / "images" / f"{name}.png")[..., :3])
        labels = next((source / "labels").glob(f"{name}.*")).resolve()
        for copy in range(1, count + 1):
            changed = color.hed2rgb(stains * random.uniform(*STRENGTH, 3) + random.uniform(*SHIFT, 3))
            pixels = (np.clip(changed, 0, 1) * 255 + 0.5).astype(np.uint8)
            io.imsave(target / "images" / f"{name}-stain{copy}.png", pixels, check_contrast=False)
            link = target / "labels" / f"{name}-stain{copy}{labels.suffix}"
            link.unlink(missing_ok=True)
            link.symlink_to(labels)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
