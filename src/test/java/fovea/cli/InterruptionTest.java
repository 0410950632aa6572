package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class InterruptionTest {

	@Test
	void nothingIsRequestedAtFirst() {
		try (Interruption interruption = Interruption.watch()) {
			assertFalse(interruption.isRequested());
		}
	}

	@Test
	void theProcessWaitsUntilTheRunHasEnded() throws InterruptedException {
		final Interruption interruption = Interruption.watch();
		final Thread process = new Thread(interruption::interrupted);
		process.start();
		while (!interruption.isRequested())
			Thread.onSpinWait();
		process.join(50);
		assertTrue(process.isAlive(), "waits for the run");
		interruption.close();
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> process.join());
		assertEquals(Thread.State.TERMINATED, process.getState());
	}
}
