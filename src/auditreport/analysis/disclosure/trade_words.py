"""Words that are no names: those of jobs and teams, and those that anybody writes."""

from __future__ import annotations

from typing import Final

_ROLES = """
acting advanced adviser advisers advisor advisors agency all allocated analyst assistant
associate auditor auditors board business centre chair chief clerk clinical colleague colleagues
commissioner commissioning committee consultant coordinator corporate council councillor county
delivery department deputy designated development director directorate directors divisional duty
everyone executive external group head heads independent inspector interim internal joint lead
leader leaders leads locality management manager managers managing member members moderator
moderators multi-agency multiagency nobody none nurse office officer officers operational
operations owner panel participation partner partners partnership peer performance police policy
practice practitioner practitioners principal programme project quality representative
responsible reviewer reviewers reviewing safeguarding school schools section senior service
services specialist staff strategic strategy student supervising supervisor supervisors support
task tba tbc teacher team teams trainer training unit unknown various volunteer work worker
workers workforce
"""
_TRADE = """
a access adoption adoptive adult adults after agencies agreed am an and applicable area areas
asd assessment assessments assurance asye at audit audits autism behaviour borough by cafcass
camhs care carer carers case caseload cases cce central child children children's childrens cin
city cla cllr cmhs communities community complaints complex conference conferences confirmed
contact contextual court cp cps cqc csc cse cyp dame dcs decided decision dfe dip disabilities
disability disabled district ditto domestic door dr duty early east edge edt education eh eha
ehcp ehm emotional engagement entry eu exploitation ext families family fgc fgm first for foster
fostering from front fsw gp health help hmip home homes hon hospital hr hub iasw id improvement
in inadequate inclusion innovation inspection integrated intensive intervention interventions
iro iros issues it judgement kinship known la lac lado law learning leaving legal lga local
looked mash mdt mental mhst miss missing mr mrs ms multi mx na need needed needs neet neglect
nhs no north not nspcc of ofsted ok on or outcome outcomes outreach outstanding parent parenting
partnerships pathway pathways pe pending pep permanence permanency personal placement placements
plan planning plans pm prevention preventive prof professor protection pru psw public q1 q2 q3
q4 qa qao raa rapid recorded recruitment referral referrals regional relationship required
requires residential response responses rev review reviews ri rig risk safe safety same sample
scheduled sdq sen senco send sgo short sir social south spoc sw sws swt tac taf targeted the
therapeutic tm tms to transition transitions trust tv uasc uk vacant virtual visiting voice
voluntary vulnerable wellbeing west with year yes yjs yos yot youth yp ypa ypas
"""
_CAPITAL = """
apr april asian aug august autumn best better black british chinese christmas dec december derby
easter english feb february friday good irish jan january jul july jun june kent lancaster
lincoln london mar march may mixed monday nov november oct october saturday scottish sep sept
september spring summer sunday thursday tuesday wednesday welsh white winter york young
"""
_EVERYDAY = """
abbey about above again al ally also although amber angel angle another any ap apple are art as
ash ball banks banner barker barn barns bay be beach bean because bee been before being bell
below ben bench berry between bill bin bishop bloom blue bolt bond book border both bow bowl
brave bridge bridges bright brook brooks broom brown buck burn burns bush but button camp can
cart chance charity charm church clay clean close coach coal comfort cook cost couch could cream
cross crown da dance dawn day days de dear del den der di diamond did do does dos dove down du
each eagle earl either el even ever every fair faith few field fields flint flower flowers ford
forest frank free french friend frost gates gift glass glory go gold golden grace grand grange
green grey had hale hall hand hare harmony has have haven he heart heath heaven hedge her here
hi hill hills his holiday hook hope hopes house how however hunt if into is its joy judge just
keen key keys kind king kitchen la lake large last lay le leaf less let like lime link links
little lo lock lodge long lord love low luck lucky mac made major make many marine mark marks
mason masters matters mc me merry might mill mint moon moore more most mount much must my nail
near new nice o oak old olive one only orange other others our over page parish park parker
parks patience patrol peace per place plant pond pool pope pound power powers price priest
prince prior proud purple queen quick rain rains re read rice rich ridge right ring rise river
rivers rob rock root rose rosemary rush rust saint same sands sandy savage save sea seal see
seen self serenity several shade shadow shall sharp she shield shields should silver since skill
sky small smart snow so some song speed speedy spice st star stars still stone storm street
strong such sun sunny swallow take taken temple ter than that their them then there these they
this those three through timber too tower town towns trace tree trinity true two under until up
upon us valley van very victor victory von wall walls ward was waters way ways we week weeks
well wells were what wheels when where which while who whose why wild will willow wills wind
wise wish within without wood woods worth would yard yes you younger your
"""

_ORGANISATIONS = """
academy agency board borough college committee consultancy consulting council hospital ltd limited
llp partnership police school service services team teams trust university
"""

ORGANISATION_WORDS: Final = frozenset(_ORGANISATIONS.split())
"""Words at whose end a cell names an organisation or a team, whatever stands before them."""

ROLE_WORDS: Final = frozenset(_ROLES.split())
"""Words that say that a cell names a job or a team, rather than a person."""

TRADE_WORDS: Final = ROLE_WORDS.union(_TRADE.split())
"""Words of the trade, and titles: a cell of nothing else names nobody."""

CAPITAL_WORDS: Final = TRADE_WORDS.union(_CAPITAL.split())
"""Words that a text begins with a capital letter whatever they mean there: months, peoples."""

EVERYDAY_WORDS: Final = CAPITAL_WORDS.union(_EVERYDAY.split())
"""Words that are names of people too: at a sentence's beginning nobody can tell."""
