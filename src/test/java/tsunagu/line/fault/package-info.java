/**
 * The product as a process of its own, killed without warning while residents write and LINE misbehaves.
 *
 * <p>Start with {@link tsunagu.line.fault.LineFaultTest}; its long form is {@code mvn test -Dtest=LineFaultTest
 * -Dfault=long}.
 *
 * <p>May import: {@code tsunagu.line.fake}, {@code tsunagu.Databases}.
 */
package tsunagu.line.fault;
