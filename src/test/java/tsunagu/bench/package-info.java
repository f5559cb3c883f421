/**
 * What benchmarks compare the product with, on the tests' class path so that it never ships.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.bench;
