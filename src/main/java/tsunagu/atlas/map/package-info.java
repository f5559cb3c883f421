/**
 * A municipality's areas as a picture: where its shapes are put, where its names fit without covering each other, and
 * what says where the borders are.
 *
 * <p>Start with {@link tsunagu.atlas.map.MapPicture}; {@link tsunagu.atlas.map.MapImage} paints it.
 *
 * <p>May import: areas.
 */
package tsunagu.atlas.map;
