package fovea.infer;

/**
 * What a user may say about a model that its files leave open, or say wrongly. An empty string
 * leaves the choice to the model.
 *
 * @param signature of the SavedModel; default: the one that the description fits, else serving_default,
 *            else the only one
 * @param output name of the output wanted; default: the first of the description, else the first by name
 * @param axes of the input as letters in the tensor's order, for example "byxc"; default: the
 *            description's, else "byxc" for rank 4 and "bzyxc" for rank 5
 * @param normalize one of {@link fovea.model.Normalization}'s labels, or {@link #AS_MODEL}; default: the
 *            description's preprocessing, else "percentile"
 */
public record ModelOptions(String signature, String output, String axes, String normalize) {

	/** The normalisation that the model itself describes. */
	public static final String AS_MODEL = "model";

	/** Everything as the model says. */
	public static final ModelOptions DEFAULT = new ModelOptions("", "", "", "");
}
