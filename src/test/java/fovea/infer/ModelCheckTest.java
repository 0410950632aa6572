package fovea.infer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fovea.Fixtures;
import fovea.model.ModelArchive;
import fovea.model.ModelLibrary;
import fovea.tf.SavedModelLoader;

/** Packages with their pre- and postprocessing give what Python computed with the same description. */
class ModelCheckTest {

	@ParameterizedTest
	@ValueSource(strings = { "bioimageio-0.5-segmentation", "bioimageio-0.5-segmentation.zip", "bioimageio-0.4-denoise" })
	void packagesOfOthersGiveTheirTestOutput(final String name) throws Exception {
		try (LoadedModel model = LoadedModel.open(ModelArchive.open(Fixtures.model(name)), new SavedModelLoader(),
			ModelOptions.DEFAULT))
		{
			final double difference = ModelCheck.maxDifference(model).getAsDouble();
			assertTrue(difference <= 1e-4, "difference " + difference);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "blobs-threshold", "smooth-denoise" })
	void bundledModelsGiveTheirTestOutput(final String name) throws Exception {
		try (LoadedModel model = LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(),
			ModelOptions.DEFAULT))
		{
			assertTrue(ModelCheck.maxDifference(model).getAsDouble() <= 1e-5);
		}
	}

	@Test
	void anotherNormalisationGivesSomethingElse() throws Exception {
		try (LoadedModel model = LoadedModel.open(ModelArchive.open(Fixtures.model("bioimageio-0.5-segmentation")),
			new SavedModelLoader(), new ModelOptions("", "", "", "none")))
		{
			assertTrue(ModelCheck.maxDifference(model).getAsDouble() > 1e-2);
		}
	}
}
