#@ ImagePlus image
#@ ModuleService modules
#@ CommandService commands
#@output Integer count

// Outlines the nuclei of the active image in its overlay and counts them.
module = modules.run(commands.getCommand("fovea.command.SegmentCommand"), true,
	"image", image, "model", "nuclei").get()
if (module.isCanceled()) throw new RuntimeException(module.getCancelReason())
count = image.overlay == null ? 0 : image.overlay.size()
