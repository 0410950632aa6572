package fovea.tf;

import fovea.infer.NetworkContract;
import fovea.infer.NetworkLoader;

class SavedModelLoaderTest extends NetworkContract {

	@Override
	protected NetworkLoader loader() {
		return new SavedModelLoader();
	}
}
