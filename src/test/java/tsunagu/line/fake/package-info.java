/**
 * LINE on loopback, for every test that needs a resident with a phone: it delivers webhooks as LINE does, takes
 * replies, and refuses what LINE refuses.
 *
 * <p>Start with {@link tsunagu.line.fake.FakeLine} and {@link tsunagu.line.fake.LineResident}.
 */
package tsunagu.line.fake;
