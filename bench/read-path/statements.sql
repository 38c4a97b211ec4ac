\set c random(1, 2000)
select id, external_id, name, email from customer where id = md5('customer' || :c)::uuid;
select i.id, i.number, i.status, i.currency, i.total_minor, i.issued_on, i.due_on, l.position, l.description, l.quantity, l.net_minor
  from (select * from invoice where customer_id = md5('customer' || :c)::uuid and status <> 'DRAFT'
         order by issued_on desc, id desc limit 21) i
  join invoice_line l on l.invoice_id = i.id
 order by i.issued_on desc, i.id desc, l.position;
