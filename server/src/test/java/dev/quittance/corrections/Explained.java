package dev.quittance.corrections;

/** What must agree between documents that give something back and the books. */
interface Explained {

    /** Credit notes whose lines, tax rows and bookings differ, or that give back too much. */
    String CREDITS =
            """
            select count(*)
              from credit_note n
              left join lateral (select coalesce(sum(net_minor), 0) as net from credit_note_line where credit_note_id = n.id) l on true
              left join lateral (select coalesce(sum(tax_minor), 0) as tax from credit_note_tax where credit_note_id = n.id) t on true
              left join lateral (select coalesce(sum(case when credit = 'CUSTOMER_CREDIT' then amount_minor else -amount_minor end), 0) as booked
                                   from transfer where source_kind = n.kind and source_id = n.id) b on true
              left join lateral (select sum(net_minor) as net, sum(tax_minor) as tax from credit_note where invoice_id = n.invoice_id) a on true
              left join invoice i on i.id = n.invoice_id
             where n.net_minor <> l.net or n.tax_minor <> t.tax or n.total_minor <> b.booked
                or a.net > i.net_minor or a.tax > i.tax_minor
                or i.status = 'VOID' and (a.net <> i.net_minor or a.tax <> i.tax_minor)
                or (n.kind = 'CANCELLATION') and i.status <> 'VOID'
            """;
}
