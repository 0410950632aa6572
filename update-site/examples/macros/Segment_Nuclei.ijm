// Finds the nuclei of a sample image, outlines them and measures them.
run("Nuclei, fluorescence, touching");
run("Segment (FCN)...", "model=nuclei table=true");
print(nResults + " nuclei");
