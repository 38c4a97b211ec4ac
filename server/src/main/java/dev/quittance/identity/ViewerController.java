package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class ViewerController {
    private final LoginRepository logins;
    private final PasswordChanges passwords;

    ViewerController(LoginRepository logins, PasswordChanges passwords) {
        this.logins = logins;
        this.passwords = passwords;
    }

    @QueryMapping
    @Nullable Viewer viewer(@ContextValue Caller caller) {
        var kind = ViewerKind.of(caller.kind());
        var id = caller.id();
        return kind == null || id == null
                ? null
                : new Viewer(id, kind, caller.name(), List.copyOf(caller.permissions()));
    }

    @SchemaMapping(typeName = "Viewer")
    Mono<String> email(Viewer viewer) {
        return viewer.kind() == ViewerKind.CLIENT
                ? Mono.empty()
                : logins.find(viewer.id()).map(Login::email);
    }

    @MutationMapping
    Mono<PasswordChange> changePassword(
            @Argument Map<String, String> input, @ContextValue Caller caller) {
        // A map, since Java keeps the word `new` for itself.
        return passwords.change(
                caller, requireNonNull(input.get("existing")), requireNonNull(input.get("new")));
    }
}
