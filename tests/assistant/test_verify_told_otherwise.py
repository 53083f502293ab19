"""Free paraphrases that only their meaning betrays: each refused, each beside a faithful one in the same style that is kept."""

from __future__ import annotations

import pytest
from verifying import verdict

EITHER = "Atrial fibrillation with heart failure: either a beta blocker or digoxin, combined with an anticoagulant"
HAD = "Inhaled steroids are options for children with asthma who were previously treated with salbutamol and montelukast"
BEFORE = "Before amphotericin, premedication is needed with paracetamol, an antihistamine, and either hydrocortisone or pethidine"
STARTED = "Benefit is greatest when the patient is young or lean"
OR_BOTH = "When asthma gets worse, it sometimes helps to change the inhaler, to add a tablet, or both"
CHOICE = "Corvalin or tilamine may be used for atrial fibrillation"
TOGETHER = "Tilamine is given together with prednisolone in acute pericarditis"
LOADING = "Amiodarone loading dose 300 mg IV, then maintenance 50 mg IV hourly"
EARLY = "Pulmonary rehabilitation, with smoking cessation, should be introduced early and be a priority from the outset"
PROMPTLY = "Give antibiotics promptly in suspected meningitis"
LATE = "Insulin is started once tablets have failed"
WHOLE = "Depression occurs in about 1 in 4 patients who have heart failure"
ADULTS = "Around 30% of adults with diabetes have kidney disease"
LIKELY = "Benefit from statins is more likely in patients whose cholesterol is high"
ONE = "Corvalin, as treatment of atrial fibrillation, was superior to tilamine: bleeding was significantly less frequent"
CURATIVE = "When the valve infection is confined, treatment should have curative intent: surgery when possible, then antibiotics"
RELIEF = "The goal of treatment in end-stage heart failure is relief of symptoms"
UNSHOWN = "No advantage in survival has been demonstrated for high-dose vitamin D in sepsis"
STUDIED = "Tilamine has been studied in adolescents with diabetes"
CHECKED = "Check the potassium every 3 months during tilamine treatment"
DECIDED = "A cardiologist should decide whether the pacemaker is implanted"
WHOEVER = "Tilamine should be given to all patients with heart failure, regardless of symptoms"
RESPONDED = "Among responders, 60% kept their remission for a year"
UNTIL = "Give corvalin until the fever or the cough has gone"
ADDED = "Tilamine should be added to the ACE inhibitor of patients with heart failure"
PREFERRED = "To spare the kidneys, corvalin is preferred over tilamine"
ORDERED = "Before surgery is suggested, document the response to antibiotics"
LASTS = "Antibiotics are continued until the fever has gone, followed by a switch to tablets"
SURVIVAL = "Corvalin as a single agent: median survival 6 months in heart failure"
FIRST_LINE = "Corvalin, as first-line treatment of heart failure, was superior to tilamine"
GROUPS = "Tilamine may be considered for ABC-positive, premenopausal patients"
AIMS = "The goals of treatment are relief of pain, longer survival, and maintained or improved quality of life"
WHY = "Tilamine is the main treatment of severe asthma, because corvalin does not help against severe asthma"
DEPENDS = "How the pain is treated depends on the joints where the gout has spread"
MOST = "Insulin may be taken in various ways: sprays to inhale, tablets, though most kinds are injected under the skin"
ALONE = "The preferred first approach to heart failure is tilamine, alone or combined with corvalin"
WARRANT = "Infections may warrant adjustments of the tilamine dosage"
HOLD_UP = "Surgery in endocarditis is only supportive, and it should not delay antibiotics"
REVIEWED = "Tilamine: evaluate every 2-4 months"
VARIES = "The marker is measured again because its level may change during tilamine treatment"
RANKED = "In adults with gout, corvalin is preferred over tilamine"
NEXT = "Inhaled steroid is continued until control is lost, followed by a switch to another controller"
RISES = "Corvalin combined with tilamine demonstrated a 25% increase in median survival in heart failure"
FALLS = "Statins lowered the risk of stroke by 30% in diabetes"
HELD = "In gout that was treated before: median overall survival 22.3 months, median progression-free survival 6 months"
FIRST = "Complete a chest X-ray before starting a biologic"
YOUNG = "Children who have not reached puberty may wish to wear the brace at night, to stop the spine from bending"
BOTH = "Adults with gout who take diuretics should have their kidneys checked every 6 months"
REFUSES = "When dialysis is refused in advanced kidney failure, care at home is an option for patients"
TREATED = "The rash improved within a week in previously treated children"
OUTLOOK = "Good outlook: limited sites of infection and no bulky disease, no joint involvement"

REFUSED = [
    ("If a patient with advanced kidney failure says yes to dialysis, care at home is an option.", REFUSES),
    ("If care at home is declined, dialysis is an option in advanced kidney failure.", REFUSES),
    ("In children not treated before, the rash improved within a week.", TREATED),
    ("In children treated before with mestor, the rash improved within a week.", TREATED),
    ("A good outlook goes with limited, bulky sites of infection, and no joint involvement.", OUTLOOK),
    ("A good outlook goes with limited, non-infected sites and no joint involvement.", OUTLOOK),
    ("Before amphotericin, patients need paracetamol, together with either an antihistamine or hydrocortisone.", BEFORE),
    ("In adults with gout, corvalin ranks level with tilamine.", RANKED),
    ("In adults with gout, corvalin ties with tilamine.", RANKED),
    ("In adults with gout, corvalin shares first place with tilamine.", RANKED),
    ("Inhaled steroid is continued until control is lost, when another controller is put on top of it.", NEXT),
    ("Inhaled steroid is continued until control is lost, and then another controller is given as well.", NEXT),
    ("With corvalin added to tilamine, 25% of patients with heart failure lived longer.", RISES),
    ("With corvalin plus tilamine, a quarter of patients with heart failure lived longer.", RISES),
    ("30% of people with diabetes had a lower risk of stroke on statins.", FALLS),
    ("In gout that was treated before, the disease is held in check for a median of 22.3 months.", HELD),
    ("Complete a chest X-ray before each dose of a biologic.", FIRST),
    ("Complete a chest X-ray every time a biologic is given.", FIRST),
    ("Children who are past puberty may wear the brace at night.", YOUNG),
    ("You might choose to wear the brace at night to stop the spine from bending.", YOUNG),
    ("The spine can be stopped from bending when they wear the brace at night.", YOUNG),
    ("In gout, the kidneys should be checked every 6 months.", BOTH),
    ("If you take diuretics, your kidneys should be checked every 6 months.", BOTH),
    ("The level of the marker stays the same during tilamine treatment, which is why it is measured again.", VARIES),
    ("Because tilamine does not help, corvalin is the main treatment of severe asthma.", WHY),
    ("Which joints the gout has spread to depends on how the pain is treated.", DEPENDS),
    ("Insulin is mostly taken as tablets, less often injected under the skin.", MOST),
    ("Corvalin, alone or with tilamine, is the preferred first approach to heart failure.", ALONE),
    ("Adjusting the tilamine dosage may cause infections.", WARRANT),
    ("Antibiotics should not delay surgery in endocarditis.", HOLD_UP),
    ("Tilamine should be changed every 2-4 months.", REVIEWED),
    ("Tilamine should be given to patients whose heart failure has begun to cause symptoms.", WHOEVER),
    ("Tilamine should be reserved for heart failure that causes symptoms.", WHOEVER),
    ("60% of patients kept their remission for a year.", RESPONDED),
    ("Give corvalin until both the fever and the cough have gone.", UNTIL),
    ("In heart failure, tilamine should take over from the ACE inhibitor.", ADDED),
    ("To spare the kidneys, corvalin works better than tilamine.", PREFERRED),
    ("Surgery is suggested first and the response to antibiotics documented later.", ORDERED),
    ("Once the fever has gone, antibiotics are continued together with tablets.", LASTS),
    ("Corvalin alone adds 6 months to median survival in heart failure.", SURVIVAL),
    ("Corvalin was superior to tilamine in heart failure once first-line treatment had failed.", FIRST_LINE),
    ("Tilamine may be considered for patients who are ABC-positive or premenopausal.", GROUPS),
    ("A benefit from statins shows that the cholesterol of patients is high.", LIKELY),
    (
        "Atrial fibrillation with heart failure needs a beta blocker as well as digoxin, combined with an anticoagulant.",
        EITHER,
    ),
    ("Amphotericin requires premedication with paracetamol, an antihistamine, and both hydrocortisone and pethidine.", BEFORE),
    ("Inhaled steroids become an option for children with asthma who were treated with either salbutamol or montelukast.", HAD),
    ("Benefit is greatest when the patient is both young and lean.", STARTED),
    ("When asthma gets worse, it sometimes helps to do both: change the inhaler and add a tablet.", OR_BOTH),
    ("In acute pericarditis, tilamine is given, followed by prednisolone.", TOGETHER),
    ("In acute pericarditis, prednisolone is given and then tilamine.", TOGETHER),
    ("Amiodarone is given hourly, with a 300 mg IV loading dose before each 50 mg maintenance dose.", LOADING),
    ("Pulmonary rehabilitation should be a priority once treatment has had a fair chance to work.", EARLY),
    ("Pulmonary rehabilitation with smoking cessation should be introduced late.", EARLY),
    ("Antibiotics can be given later on in suspected meningitis.", PROMPTLY),
    ("Insulin is started from the outset.", LATE),
    ("About one in four patients with depression has heart failure.", WHOLE),
    ("Of patients with depression, around 25% turn out to have heart failure.", WHOLE),
    ("About 30% of adults with kidney disease have diabetes.", ADULTS),
    ("Patients with high cholesterol can count on a benefit from statins.", LIKELY),
    ("Patients with high cholesterol can be confident of benefiting from statins.", LIKELY),
    ("It is certain that patients benefit from statins when their cholesterol is high.", LIKELY),
    ("Corvalin was superior to all other treatments of atrial fibrillation.", ONE),
    ("Corvalin is the best treatment of atrial fibrillation.", ONE),
    ("When the valve infection is confined, treatment should aim to relieve symptoms, with surgery when possible.", CURATIVE),
    ("When the valve infection is confined, the treatment aims at comfort, with surgery when possible.", CURATIVE),
    ("When the valve infection is confined, treatment is given for relief: surgery if possible, then antibiotics.", CURATIVE),
    ("When the valve infection is confined, treatment should be preventive: surgery if possible, then antibiotics.", CURATIVE),
    ("The goal of treatment in end-stage heart failure is to cure it.", RELIEF),
    ("Treatment in end-stage heart failure has curative intent.", RELIEF),
    ("High-dose vitamin D does not improve survival in sepsis.", UNSHOWN),
    ("Tilamine works in adolescents with diabetes.", STUDIED),
    ("Patients check their own potassium every 3 months during tilamine treatment.", CHECKED),
    ("The patient should decide whether the pacemaker is implanted.", DECIDED),
]
KEPT = [
    ("If dialysis is declined in advanced kidney failure, care at home is an option.", REFUSES),
    ("If a patient turns dialysis down in advanced kidney failure, care at home is an option.", REFUSES),
    ("If a patient says no to dialysis in advanced kidney failure, care at home is an option.", REFUSES),
    ("In children treated before, the rash improved within a week.", TREATED),
    ("A good outlook goes with limited, non-bulky sites of infection, and no joint involvement.", OUTLOOK),
    ("In adults with gout, corvalin ranks above tilamine.", RANKED),
    ("In adults with gout, tilamine ranks behind corvalin.", RANKED),
    ("Inhaled steroid is continued until control is lost, when it is replaced by another controller.", NEXT),
    ("With corvalin plus tilamine, median survival in heart failure rose by 25%.", RISES),
    ("With corvalin plus tilamine, patients with heart failure lived a median of 25% longer.", RISES),
    ("With statins, people with diabetes had a 30% lower risk of stroke.", FALLS),
    ("In gout that was treated before, patients lived for a median of 22.3 months.", HELD),
    ("Complete a chest X-ray before the first dose of a biologic.", FIRST),
    ("Children who haven't reached puberty may wear the brace at night.", YOUNG),
    ("If you have gout and take diuretics, your kidneys should be checked every 6 months.", BOTH),
    ("The level of the marker may change during tilamine treatment, so it is measured again.", VARIES),
    ("In heart failure, tilamine should be added to the ACE inhibitor that patients take.", ADDED),
    ("Because corvalin does not help against severe asthma, tilamine is the main treatment of it.", WHY),
    ("How the pain is treated depends on which joints the gout has spread to.", DEPENDS),
    ("Insulin is mostly injected under the skin.", MOST),
    ("Tilamine, alone or with corvalin, is the preferred first approach to heart failure.", ALONE),
    ("Adjustments of the tilamine dosage may be warranted by infections.", WARRANT),
    ("In endocarditis, antibiotics should not be delayed by surgery.", HOLD_UP),
    ("Tilamine should be evaluated every 2-4 months.", REVIEWED),
    ("All patients with heart failure should be given tilamine, whether or not they have symptoms.", WHOEVER),
    ("Every patient with heart failure should be given tilamine: symptoms do not matter.", WHOEVER),
    ("60% of responders kept their remission for a year.", RESPONDED),
    ("Corvalin should be given until the fever or the cough has gone.", UNTIL),
    ("Patients with heart failure should be given tilamine on top of their ACE inhibitor.", ADDED),
    ("Corvalin is preferred to tilamine, so as to spare the kidneys.", PREFERRED),
    ("The response to antibiotics is documented first and surgery suggested later.", ORDERED),
    ("Antibiotics go on until the fever has gone, and are then followed by a switch to tablets.", LASTS),
    ("With corvalin alone, median survival is 6 months in heart failure.", SURVIVAL),
    ("As first-line treatment of heart failure, corvalin was superior to tilamine.", FIRST_LINE),
    ("Tilamine may be considered for patients who are ABC-positive and premenopausal.", GROUPS),
    ("Treatment aims at relief of pain, longer survival and a maintained or improved quality of life.", AIMS),
    ("In atrial fibrillation with heart failure, an anticoagulant is combined with a beta blocker or digoxin.", EITHER),
    ("Paracetamol, an antihistamine and either hydrocortisone or pethidine are required before amphotericin.", BEFORE),
    ("Inhaled steroids are options for children with asthma previously treated with both salbutamol and montelukast.", HAD),
    ("Benefit is greatest in patients who are young or lean.", STARTED),
    ("When asthma gets worse, it sometimes helps to change the inhaler, add a tablet, or do both.", OR_BOTH),
    ("For atrial fibrillation, corvalin and tilamine may be used.", CHOICE),
    ("In acute pericarditis, prednisolone is given together with tilamine.", TOGETHER),
    ("Amiodarone: a loading dose of 300 mg IV, and then 50 mg IV hourly for maintenance.", LOADING),
    ("Pulmonary rehabilitation with smoking cessation should be introduced early, a priority from the beginning.", EARLY),
    ("In suspected meningitis, give antibiotics without delay.", PROMPTLY),
    ("Once tablets have failed, insulin is started.", LATE),
    ("About one in four patients with heart failure has depression.", WHOLE),
    ("Of patients who have heart failure, around 25% have depression.", WHOLE),
    ("Of adults with diabetes, around 30% have kidney disease.", ADULTS),
    ("Kidney disease is found in around 30% of adults with diabetes.", ADULTS),
    ("Patients whose cholesterol is high are more likely to benefit from statins.", LIKELY),
    ("In atrial fibrillation, corvalin was superior to tilamine, with significantly less frequent bleeding.", ONE),
    ("When the valve infection is confined, treatment should be curative: surgery if possible, then antibiotics.", CURATIVE),
    ("When the valve infection is confined, treatment aims to cure: surgery when possible, then antibiotics.", CURATIVE),
    ("Treatment in end-stage heart failure aims at relief of symptoms.", RELIEF),
    ("In end-stage heart failure, treatment is meant to relieve symptoms.", RELIEF),
    ("In sepsis, no advantage of high-dose vitamin D in survival has been shown.", UNSHOWN),
    ("Tilamine has been investigated in adolescents with diabetes.", STUDIED),
    ("The potassium should be checked every 3 months during tilamine treatment.", CHECKED),
    ("Whether the pacemaker is implanted should be decided by a cardiologist.", DECIDED),
]


@pytest.mark.parametrize(("claim", "evidence"), REFUSED)
def test_a_claim_that_only_its_meaning_betrays_is_refused(claim: str, evidence: str) -> None:
    assert not verdict(claim, evidence).supported


@pytest.mark.parametrize(("claim", "evidence"), KEPT)
def test_the_faithful_claim_beside_it_is_kept(claim: str, evidence: str) -> None:
    assert verdict(claim, evidence).supported, [reason.detail for reason in verdict(claim, evidence).reasons]
