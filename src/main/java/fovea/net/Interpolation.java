package fovea.net;

/** How {@link UpSampling2D} finds values between pixels. */
public enum Interpolation {
	/** Each pixel is repeated. */
	NEAREST,
	/** Linear between the centres of the four nearest pixels (half-pixel centres), the border pixel repeated. */
	BILINEAR
}
