/**
 * Japanese text as residents type it and documents print it: width, kana, digits, sentences, dates, masking.
 *
 * <p>Start with {@link tsunagu.text.Folding}, {@link tsunagu.text.Sentences} and {@link tsunagu.text.Masking}.
 *
 * <p>May import: nothing of ours; plain Java.
 */
package tsunagu.text;
