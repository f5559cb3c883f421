/**
 * The product as a process of its own, killed without warning while residents write and LINE misbehaves.
 *
 * <p>Start with {@link tsunagu.line.fault.LineFaultTest}; {@code mvn test -Dtest=LineFaultTest -Dfault=long} is its long
 * form.
 *
 * <p>May import: {@code tsunagu.line.fake}, {@code tsunagu.Databases}.
 */
package tsunagu.line.fault;
