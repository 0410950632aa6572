#@ FoveaService fovea
#@ ImagePlus image
#@output Integer count

# The same in Jython: outlines the nuclei of the active image in its overlay, and logs the largest one.
from fovea import SegmentSettings
from fovea.ij1.adapter import ImagePlusAdapter

model = fovea.model("nuclei")
found = model.segment(ImagePlusAdapter.of(image), SegmentSettings.DEFAULT.withMinSize(30))
model.close()

ImagePlusAdapter.showOverlay(found, image)
labels = ImagePlusAdapter.labels(found, image)
largest = max(found.objects(), key=lambda nucleus: nucleus.pixels())
print("%d nuclei, the largest of %d pixels at %.1f, %.1f" % (
	len(found.objects()), largest.pixels(), largest.centroidX(), largest.centroidY()))
count = len(found.objects())
