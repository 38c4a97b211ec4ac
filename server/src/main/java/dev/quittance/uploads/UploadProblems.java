package dev.quittance.uploads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How every endpoint that takes files answers one that it can't take. */
@RestControllerAdvice
class UploadProblems {

    /** Where in the file something is wrong, beside the sentence. */
    record Place(int line, @Nullable String column, String reason) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FileRefused refused) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, refused.sentence());
        problem.setTitle("The file can't be imported");
        if (refused.line() > 0) {
            problem.setProperty(
                    "faults",
                    List.of(new Place(refused.line(), refused.column(), refused.reason())));
        }
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(FileTooLarge tooLarge) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
        problem.setTitle("The file is too large");
        return ResponseEntity.of(problem).build();
    }
}
