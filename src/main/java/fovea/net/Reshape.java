package fovea.net;

/**
 * The same values, row by row and channels fastest, in another shape with as many elements.
 *
 * @param targetShape height and width known
 */
public record Reshape(Shape targetShape) implements Layer {

	public Reshape {
		Checks.present(targetShape, "target_shape");
		if (targetShape.isFree()) throw new IllegalArgumentException("expected a target_shape without free lengths, got " +
			targetShape);
	}

	@Override
	public String type() {
		return "Reshape";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
