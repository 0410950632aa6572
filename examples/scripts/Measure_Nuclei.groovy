#@ FoveaService fovea
#@ ImagePlus image
#@output Integer count

// Outlines the nuclei of the active image in its overlay, shows their labels, and logs the largest one.
import fovea.ij1.adapter.ImagePlusAdapter
import fovea.SegmentSettings

model = fovea.model("nuclei")
found = model.segment(ImagePlusAdapter.of(image), SegmentSettings.DEFAULT.withMinSize(30))
model.close()

ImagePlusAdapter.showOverlay(found, image)
labels = ImagePlusAdapter.labels(found, image)
largest = found.objects().max { it.pixels() }
println "${found.objects().size()} nuclei, the largest of ${largest.pixels()} pixels at " +
	"${largest.centroidX().round(1)}, ${largest.centroidY().round(1)}"
count = found.objects().size()
