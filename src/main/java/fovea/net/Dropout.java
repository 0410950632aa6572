package fovea.net;

/**
 * While training, sets values to 0 at random and multiplies those that stay by {@code 1 / (1 - rate)}; otherwise
 * passes its input on.
 *
 * @param rate fraction set to 0, from 0 to below 1
 */
public record Dropout(double rate) implements Layer {

	public Dropout {
		Checks.within(rate, 0, Math.nextDown(1.0), "rate");
	}

	@Override
	public String type() {
		return "Dropout";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
