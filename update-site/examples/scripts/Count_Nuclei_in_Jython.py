#@ ImagePlus image
#@ ModuleService modules
#@ CommandService commands
#@output Integer count

# Outlines the nuclei of the active image in its overlay and counts them.
module = modules.run(commands.getCommand("fovea.command.SegmentCommand"), True,
	["image", image, "model", "nuclei"]).get()
if module.isCanceled():
	raise RuntimeError(module.getCancelReason())
count = 0 if image.getOverlay() is None else image.getOverlay().size()
