"""Measures nuclei from Python, by PyImageJ or scyjava: measure(ij.context(), ij.py.to_java(array))"""


def measure(context, image):
	"""Finds the nuclei of a plane.

	context: a SciJava context, such as ij.context()
	image: an ImgLib2 image of two dimensions, such as ij.py.to_java(array). Of more dimensions give
		ImageData.of(image, "XYZ"), with ImageData = scyjava.jimport("fovea.ImageData"); the first letter is the
		dimension that ImgLib2 has first, which is the last one of a NumPy array
	returns: rows of label, area in pixels, and the place of the centroid, x and y
	"""
	fovea = context.service("fovea.FoveaService")
	model = fovea.model("nuclei")
	try:
		found = model.segment(image)
	finally:
		model.close()
	return [(int(nucleus.label()), int(nucleus.pixels()), float(nucleus.centroidX()), float(nucleus.centroidY()))
		for nucleus in found.objects()]


if __name__ == "__main__":
	import sys

	import imagej

	ij = imagej.init(sys.argv[1])  # an ImageJ2 or Fiji with Fovea installed
	for row in measure(ij.context(), ij.py.to_java(ij.io().open(sys.argv[2]))):
		print("%d\t%d\t%.1f\t%.1f" % row)
