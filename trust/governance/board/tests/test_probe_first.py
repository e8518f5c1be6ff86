from datetime import date
from trust.governance.board import queries as q
def test_probe(database, visitor):
    for d in (date(2009,6,1),date(2010,6,8),date(2012,3,1),date(2013,6,1)):
        print("\n=====",d,q.apex(d).name, q.the_board(d).name)
        for f in q.board_check(d): print(f.rule,f.result,f.force.value,"|",f.what,"|",f.what_is_wrong,"|",f.who)
    print([f.what for f in q.unmet_by_law(date(2010,6,8))])
    print([f.rule for f in q.board_check(date(2009,6,1),date(2010,4,1)) if f.by_law and f.result=="Missing"])
    print(q.decisions(date(2010,6,8),2), q.next_meeting(date(2010,6,8)), q.local_partnership_for("E07000084",date(2010,6,8)),q.local_partnership_for("E07000094",date(2010,6,8)),q.local_partnership_for("E07000088",date(2010,6,8)))
    import pathlib
    for u in ("/who/","/who/?on=2009-06-01","/who/?on=2012-03-01","/who/?on=1999-01-01","/who/?on=banana","/who/board-check/","/who/board-check/?on=banana","/who/board-check/?on=1999-01-01","/who/board-check/?law_on=2010-04-01&on=2009-06-01","/who/board-check/?format=csv",f"/who/{q.apex(date(2010,6,8)).id}/","/decisions/","/decisions/?words=gosport","/decisions/?words=zzz","/decisions/?format=csv","/decisions/?page=x"):
        r=visitor.get(u); print(u,r.status_code,len(r.content))
        pathlib.Path("/tmp/bt/"+u.strip("/").replace("/","_").replace("?","_")[:60]+".html").write_bytes(r.content)
