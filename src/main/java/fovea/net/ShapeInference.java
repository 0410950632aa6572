package fovea.net;

import java.util.List;
import java.util.Map;

import fovea.model.ModelException;

/** The output shape of one node, from the shapes of those before it. */
final class ShapeInference implements LayerVisitor<Shape, ModelException> {

	private final Architecture architecture;
	private final Node node;
	private final Map<String, Shape> known;
	private final List<Shape> inputs;

	/**
	 * @param architecture for messages and for the inputs of pooling layers
	 * @param node whose shape is wanted
	 * @param known shapes of all nodes before it
	 */
	ShapeInference(final Architecture architecture, final Node node, final Map<String, Shape> known) {
		this.architecture = architecture;
		this.node = node;
		this.known = known;
		inputs = node.inputs().stream().map(known::get).toList();
	}

	/** @return the shape, of a size that arrays can have */
	Shape infer() throws ModelException {
		final Shape shape = node.layer().accept(this);
		// TensorFlow ends the process where the product of a shape overflows
		final double values = (double) Math.max(1, shape.height()) * Math.max(1, shape.width()) * shape.channels();
		if (values > Integer.MAX_VALUE) throw unfit("an output of at most " + Integer.MAX_VALUE + " values", shape.toString());
		return shape;
	}

	@Override
	public Shape visit(final Input layer) {
		return layer.shape();
	}

	@Override
	public Shape visit(final Conv2D layer) throws ModelException {
		return slide(layer.kernelSize(), layer.strides(), layer.padding(), layer.filters());
	}

	@Override
	public Shape visit(final Conv2DTranspose layer) throws ModelException {
		final Shape in = image();
		return Shape.image(spread(in.height(), layer.kernelSize().height(), layer.strides().height(), layer.padding()), spread(
			in.width(), layer.kernelSize().width(), layer.strides().width(), layer.padding()), layer.filters());
	}

	@Override
	public Shape visit(final MaxPooling2D layer) throws ModelException {
		return slide(layer.poolSize(), layer.strides(), layer.padding(), image().channels());
	}

	@Override
	public Shape visit(final AveragePooling2D layer) throws ModelException {
		return slide(layer.poolSize(), layer.strides(), layer.padding(), image().channels());
	}

	@Override
	public Shape visit(final MaxUnpooling2D layer) throws ModelException {
		final Shape pooled = known.get(layer.pooling());
		if (!image().equals(pooled)) throw unfit("an input of the shape that '" + layer.pooling() + "' puts out, " + pooled,
			image().toString());
		return known.get(architecture.node(layer.pooling()).orElseThrow().inputs().get(0));
	}

	@Override
	public Shape visit(final UpSampling2D layer) throws ModelException {
		final Shape in = image();
		return Shape.image(spread(in.height(), 1, layer.size().height(), Padding.SAME), spread(in.width(), 1, layer.size()
			.width(), Padding.SAME), in.channels());
	}

	@Override
	public Shape visit(final Dense layer) {
		final Shape in = inputs.get(0);
		return new Shape(in.isVector(), in.height(), in.width(), layer.units());
	}

	@Override
	public Shape visit(final Flatten layer) throws ModelException {
		final Shape in = fixed();
		return Shape.vector((int) in.elements());
	}

	@Override
	public Shape visit(final Reshape layer) throws ModelException {
		final Shape in = fixed();
		if (in.elements() != layer.targetShape().elements()) throw unfit("an input of " + layer.targetShape().elements() +
			" values for a target shape of " + layer.targetShape(), in.elements() + ", " + in);
		return layer.targetShape();
	}

	@Override
	public Shape visit(final BatchNormalization layer) {
		return inputs.get(0);
	}

	@Override
	public Shape visit(final Dropout layer) {
		return inputs.get(0);
	}

	@Override
	public Shape visit(final Add layer) throws ModelException {
		for (final Shape in : inputs)
			if (!in.equals(inputs.get(0))) throw unfit("inputs of equal shape", list());
		return inputs.get(0);
	}

	@Override
	public Shape visit(final Concatenate layer) throws ModelException {
		final Shape first = inputs.get(0);
		long channels = 0;
		for (final Shape in : inputs) {
			if (in.isVector() != first.isVector() || in.height() != first.height() || in.width() != first.width()) throw unfit(
				"inputs of equal height and width", list());
			channels += in.channels();
		}
		return new Shape(first.isVector(), first.height(), first.width(), length(channels));
	}

	@Override
	public Shape visit(final ActivationLayer layer) {
		return inputs.get(0);
	}

	/** A window that goes over the input: convolution and pooling. */
	private Shape slide(final Size window, final Size strides, final Padding padding, final int channels)
		throws ModelException
	{
		final Shape in = image();
		return Shape.image(steps(in.height(), window.height(), strides.height(), padding), steps(in.width(), window.width(),
			strides.width(), padding), channels);
	}

	private int steps(final int length, final int window, final int stride, final Padding padding) throws ModelException {
		if (length == Shape.FREE) return Shape.FREE;
		if (padding == Padding.SAME) return (length - 1) / stride + 1;
		if (length < window) throw unfit("an input of at least " + window + " pixels a side for a window of " + window +
			" without padding", inputs.get(0).toString());
		return (length - window) / stride + 1;
	}

	private int spread(final int length, final int window, final int stride, final Padding padding) throws ModelException {
		if (length == Shape.FREE) return Shape.FREE;
		return length((long) length * stride + (padding == Padding.VALID ? Math.max(window - stride, 0) : 0));
	}

	private int length(final long value) throws ModelException {
		if (value > Integer.MAX_VALUE) throw unfit("an output of at most " + Integer.MAX_VALUE + " values", Long.toString(
			value));
		return (int) value;
	}

	private Shape image() throws ModelException {
		if (inputs.get(0).isVector()) throw unfit("an image", "a vector of " + inputs.get(0));
		return inputs.get(0);
	}

	private Shape fixed() throws ModelException {
		if (inputs.get(0).isFree()) throw unfit("an input of known height and width", inputs.get(0).toString());
		return inputs.get(0);
	}

	private String list() {
		return String.join(" and ", inputs.stream().map(Shape::toString).toList());
	}

	private ModelException unfit(final String expected, final String got) {
		return new ModelException(architecture.name() + ": layer '" + node.name() + "' (" + node.layer().type() +
			"): expected " + expected + ", got " + got);
	}
}
