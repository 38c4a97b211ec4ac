/**
 * Files as they come in: to the disk and no further, of a bounded size, read as text and as CSV,
 * and refused with the line and the reason.
 *
 * <p>Take one in by {@link dev.quittance.uploads.FileReception}, read it by {@link
 * dev.quittance.uploads.CsvFile}. What can't be taken is a {@link
 * dev.quittance.uploads.FileRefused}, which every endpoint answers in the same way.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.quittance.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
