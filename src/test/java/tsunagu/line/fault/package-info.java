/**
 * The product as a process of its own, or as two, killed without warning while residents write and LINE misbehaves.
 *
 * <p>Start with {@link tsunagu.line.fault.LineFaultTest} and {@link tsunagu.line.fault.NodesFaultTest}; their long form
 * is {@code mvn test -Dtest=LineFaultTest,NodesFaultTest -Dfault=long}.
 *
 * <p>May import: {@code tsunagu.line.fake}, {@code tsunagu.Databases}.
 */
package tsunagu.line.fault;
