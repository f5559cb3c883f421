/**
 * How often somebody may do something. Counted in the database, so that it holds for all copies together and outlives
 * each of them.
 *
 * <p>Start with {@link tsunagu.limits.RateLimits} and {@link tsunagu.limits.RateLimit}.
 *
 * <p>May import: keeping, secret, sql.
 */
package tsunagu.limits;
