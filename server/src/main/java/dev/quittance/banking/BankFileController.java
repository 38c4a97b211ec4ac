package dev.quittance.banking;

import dev.quittance.banking.FileAnswers.BankFileChecked;
import dev.quittance.banking.FileAnswers.BankFileDiscarded;
import dev.quittance.banking.FileAnswers.BankFileImported;
import dev.quittance.platform.NotFound;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of the bank, in GraphQL. */
@Controller
class BankFileController {
    private static final int MOST_FAULTS = 1000;
    private static final int MOST_WAITING = 50;
    private final BankFiles files;
    private final BankFileRepository repository;
    private final BankImport bringing;

    BankFileController(BankFiles files, BankFileRepository repository, BankImport bringing) {
        this.files = files;
        this.repository = repository;
        this.bringing = bringing;
    }

    record MappedBankColumnInput(String column, BankField field) {}

    record BankMappingInput(
            List<MappedBankColumnInput> columns,
            String account,
            CurrencyUnit currency,
            DayFormat dayFormat,
            DecimalMark decimalMark) {

        BankMapping mapping() {
            return new BankMapping(
                    columns.stream().map(c -> new MappedBankColumn(c.column(), c.field())).toList(),
                    account,
                    currency,
                    dayFormat,
                    decimalMark);
        }
    }

    record CheckBankFileInput(UUID id, @Nullable BankMappingInput mapping) {}

    record ImportBankFileInput(UUID id, boolean skipBadRows) {}

    record DiscardBankFileInput(UUID id) {}

    @QueryMapping
    Mono<BankFile> bankFile(@Argument UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("bank file")));
    }

    @SchemaMapping(typeName = "BankFile")
    Flux<FileFault> faults(BankFile file) {
        return repository.faults(file.id(), MOST_FAULTS);
    }

    @QueryMapping
    Flux<BankFile> waitingBankFiles() {
        return repository.waiting(MOST_WAITING);
    }

    @MutationMapping
    Mono<BankFileChecked> checkBankFile(@Argument CheckBankFileInput input) {
        var mapping = input.mapping();
        return files.check(input.id(), mapping == null ? null : mapping.mapping());
    }

    @MutationMapping
    Mono<BankFileImported> importBankFile(@Argument ImportBankFileInput input) {
        return bringing.bring(input.id(), input.skipBadRows());
    }

    @MutationMapping
    Mono<BankFileDiscarded> discardBankFile(@Argument DiscardBankFileInput input) {
        return files.discard(input.id());
    }
}
