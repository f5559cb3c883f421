/**
 * Pictures that residents send, made anew so that nothing but what is seen stays of them.
 *
 * <p>Start with {@link tsunagu.submissions.picture.Pictures}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.submissions.picture;
