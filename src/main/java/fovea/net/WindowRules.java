package fovea.net;

/** What one layer's output pixel sees of its input along one axis. */
final class WindowRules extends LayerDefault<Window> {

	private final Architecture architecture;
	private final boolean vertical;

	/** @param vertical along y, else along x */
	WindowRules(final Architecture architecture, final boolean vertical) {
		this.architecture = architecture;
		this.vertical = vertical;
	}

	@Override
	Window other(final Layer layer) {
		return Window.PIXEL;
	}

	@Override
	public Window visit(final Conv2D layer) {
		return Window.sliding(along(layer.kernelSize()), along(layer.strides()), layer.padding());
	}

	@Override
	public Window visit(final MaxPooling2D layer) {
		return Window.sliding(along(layer.poolSize()), along(layer.strides()), layer.padding());
	}

	@Override
	public Window visit(final AveragePooling2D layer) {
		return Window.sliding(along(layer.poolSize()), along(layer.strides()), layer.padding());
	}

	@Override
	public Window visit(final Conv2DTranspose layer) {
		return Window.transposed(along(layer.kernelSize()), along(layer.strides()), layer.padding());
	}

	@Override
	public Window visit(final MaxUnpooling2D layer) {
		final MaxPooling2D pooling = (MaxPooling2D) architecture.node(layer.pooling()).orElseThrow().layer();
		return Window.transposed(along(pooling.poolSize()), along(pooling.strides()), pooling.padding());
	}

	@Override
	public Window visit(final UpSampling2D layer) {
		final int factor = along(layer.size());
		return layer.interpolation() == Interpolation.NEAREST ? Window.transposed(factor, factor, Padding.VALID) : Window
			.bilinear(factor);
	}

	@Override
	public Window visit(final Flatten layer) {
		return Window.GLOBAL;
	}

	@Override
	public Window visit(final Reshape layer) {
		return Window.GLOBAL;
	}

	private int along(final Size size) {
		return vertical ? size.height() : size.width();
	}
}
