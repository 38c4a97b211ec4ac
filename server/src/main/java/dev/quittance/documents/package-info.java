/**
 * The files of posted documents: how a PDF looks, where it is kept, and links to it.
 *
 * <p>Whoever posts documents offers a {@link dev.quittance.documents.DocumentSource}; ask {@link
 * dev.quittance.documents.Documents} for the file and {@link dev.quittance.documents.DocumentLinks}
 * for a link.
 */
@ApplicationModule(allowedDependencies = {"identity", "platform"})
@NullMarked
package dev.quittance.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
