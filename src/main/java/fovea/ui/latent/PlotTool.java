package fovea.ui.latent;

/** What dragging in the plot does. */
enum PlotTool {
	EXPLORE("Explore", "Click on a point to look at it; click or drag anywhere else to decode that place"),
	PAN("Pan", "Drag the plot; also with the middle or right button, whatever is chosen here"),
	ZOOM("Zoom", "Drag a rectangle; the wheel zooms whatever is chosen here"),
	LASSO("Lasso", "Draw a line around points to select them, with Shift to select more");

	private final String title;
	private final String help;

	PlotTool(final String title, final String help) {
		this.title = title;
		this.help = help;
	}

	String title() {
		return title;
	}

	String help() {
		return help;
	}
}
