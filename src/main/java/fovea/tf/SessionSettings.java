package fovea.tf;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** How every session of this process is set up, whether it runs a finished model or trains one. */
final class SessionSettings {

	/** Unset, JavaCPP refuses to allocate once the process is four times as large as the Java heap may be. */
	private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

	private SessionSettings() {}

	/** To be called before TensorFlow's first use: JavaCPP reads its settings once. */
	static void liftMemoryLimit() {
		if (System.getProperty(MEMORY_LIMIT) == null) System.setProperty(MEMORY_LIMIT, "0");
	}

	/** Memory on a GPU is taken as needed, and what a GPU cannot do the CPU does. */
	static ConfigProto config() {
		return ConfigProto.newBuilder().setAllowSoftPlacement(true).setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(
			true)).build();
	}
}
