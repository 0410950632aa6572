package fovea.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import fovea.infer.NetworkContract;
import fovea.infer.NetworkLoader;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteLoaderTest extends NetworkContract {

	private Worker worker;

	@BeforeAll
	void start() {
		worker = new Worker(Workers.settings());
	}

	@AfterAll
	void end() {
		worker.close();
	}

	@Override
	protected NetworkLoader loader() {
		return new RemoteLoader(worker);
	}
}
