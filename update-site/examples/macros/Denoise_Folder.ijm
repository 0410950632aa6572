// Denoises all TIFFs of a folder and saves them in another one.
//   #arguments: INPUT_FOLDER,OUTPUT_FOLDER; without them they are asked for
folders = split(getArgument(), ",");
if (folders.length < 2) folders = newArray(getDirectory("Images"), getDirectory("Results"));
setBatchMode(true);
names = getFileList(folders[0]);
for (i = 0; i < names.length; i++) {
	if (!endsWith(names[i], ".tif")) continue;
	open(folders[0] + File.separator + names[i]);
	run("Denoise (CAE)...", "model=denoise");
	saveAs("Tiff", folders[1] + File.separator + names[i]);
	close("*");
	print("denoised " + names[i]);
}
