package fovea.infer;

import fovea.model.ModelException;
import fovea.model.Signature;

/** A real network that says its memory ran out from a certain number of pixels on. */
final class ScarceNetwork implements Network {

	private final Network network;
	private final long most;
	private int refused;
	private int served;

	ScarceNetwork(final Network network, final long most) {
		this.network = network;
		this.most = most;
	}

	int refused() {
		return refused;
	}

	int served() {
		return served;
	}

	@Override
	public Signature signature() {
		return network.signature();
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse)
		throws InferenceException, ModelException
	{
		if (tensor.size() > most) {
			refused++;
			throw new NetworkMemoryException("scarce", null);
		}
		served++;
		return network.run(input, tensor, output, reuse);
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output) throws InferenceException,
		ModelException
	{
		return network.peakBytes(input, tensor, output);
	}

	@Override
	public void close() {
		network.close();
	}
}
