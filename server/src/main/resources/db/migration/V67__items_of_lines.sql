-- Which item a line bills, so that the days of one item can be given back. Null where a line bills no item.
alter table invoice_line add column item_id uuid;
create index on invoice_line (item_id) where item_id is not null;

update invoice_line l
   set item_id = i.id
  from subscription_item i
  left join plan p on p.id = i.plan_id
  left join addon a on a.id = i.addon_id
 where i.subscription_id = l.subscription_id and l.kind in ('PLAN', 'ADDON')
   and l.kind = case when i.plan_id is null then 'ADDON' else 'PLAN' end
   and (i.plan_id is not null or l.description = a.name);
