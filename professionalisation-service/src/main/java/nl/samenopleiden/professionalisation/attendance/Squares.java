package nl.samenopleiden.professionalisation.attendance;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as a drawing of squares of one by one, with the white edge that cameras need.
 *
 * @param size how wide and high it is with its edge
 * @param path the dark squares, as the path of an SVG
 */
record Squares(int size, String path) {

  private static final int EDGE = 4;

  static Squares of(String text) {
    try {
      ByteMatrix dark = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < dark.getHeight(); y++) {
        for (int x = 0; x < dark.getWidth(); x++) {
          if (dark.get(x, y) == 1) {
            path.append('M').append(x + EDGE).append(' ').append(y + EDGE).append("h1v1h-1z");
          }
        }
      }
      return new Squares(dark.getWidth() + 2 * EDGE, path.toString());
    } catch (WriterException tooLong) {
      throw new IllegalStateException("an address that fits in no QR code", tooLong);
    }
  }
}
