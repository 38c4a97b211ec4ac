package dev.quittance.banking;

/** Statements of a bank, written for tests. */
final class CamtSamples {
    static final String IBAN = "DE02120300000000202051";

    private CamtSamples() {}

    static String statement(String version, String account, String body) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt><Stmt>
               <Id>S-1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>USD</Ccy></Acct>
               %s
               </Stmt></BkToCstmrStmt></Document>
               """
                .formatted(version, account, body);
    }

    static String balance(String kind, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"USD\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\n"
                .formatted(kind, amount);
    }

    static String entry(String amount, String way, String ref, String text, String name) {
        return """
               <Ntry><Amt Ccy="USD">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
               <BookgDt><Dt>2029-12-28</Dt></BookgDt><ValDt><Dt>2029-12-29</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef>
               <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
               <RltdPties><Dbtr><Nm>%s</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
               <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
               """
                .formatted(amount, way, ref, name, text);
    }
}
