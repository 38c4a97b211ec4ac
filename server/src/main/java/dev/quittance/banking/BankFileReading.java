package dev.quittance.banking;

import dev.quittance.banking.FileAnswers.BankFileNotReady;
import dev.quittance.banking.FileAnswers.ForeignAccount;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a file that is kept and not imported yet. */
@Component
class BankFileReading {
    private final BankFileRepository files;
    private final Organizations organizations;

    BankFileReading(BankFileRepository files, Organizations organizations) {
        this.files = files;
        this.organizations = organizations;
    }

    /** The file, locked; refused when it is imported. */
    Mono<BankFile> open(UUID id) {
        return files.findForUpdate(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("bank file")))
                .doOnNext(
                        file -> {
                            if (file.status() == BankFileStatus.IMPORTED) {
                                throw new Refused(
                                        new BankFileNotReady("The file is imported already."));
                            }
                        });
    }

    /** Its statements; refused when one is of an account that is not the merchant's. */
    Mono<List<ReadStatement>> read(BankFile file, @Nullable BankMapping mapping) {
        return Mono.zip(files.content(file.id()), organizations.current())
                .flatMap(
                        found ->
                                Blocking.call(() -> BankFileText.read(file, found.getT1(), mapping))
                                        .doOnNext(read -> refuseForeign(read, found.getT2())));
    }

    private static void refuseForeign(List<ReadStatement> read, Organization organization) {
        var own = new HashSet<String>();
        organization.bankDetails().forEach(one -> own.add(BankText.account(one.value())));
        read.stream()
                .filter(one -> !own.contains(one.account()))
                .findFirst()
                .ifPresent(
                        one -> {
                            throw new Refused(new ForeignAccount(one.account()));
                        });
    }
}
