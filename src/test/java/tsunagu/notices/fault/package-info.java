/**
 * The product as processes of their own, killed without warning while a notice goes out to thousands and LINE
 * misbehaves.
 *
 * <p>Start with {@link tsunagu.notices.fault.NoticeFaultTest}; its long form is {@code mvn test -Dtest=NoticeFaultTest
 * -Dfault=long}.
 *
 * <p>May import: {@code tsunagu.line.fake}, {@code tsunagu.Databases}.
 */
package tsunagu.notices.fault;
