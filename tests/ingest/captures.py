"""Captures of web pages that don't exist, in our own words: the shapes that real ones have, about other fields of medicine."""

# ruff: noqa: E501 - a page sets a paragraph on one line

CLINICIAN_PAGE = """What is the recommended management of chronic heart failure in adults?

Board of EditorsEvery text is reviewed for accuracy by our Board of Editors
For educational purposes only • Handle with care, the text is pending expert review
Article Review Status
Submitted
Under Review
Approved

Last updated: March 3, 2025View editorial policy

Personalize

Help us adapt this to you

Which best describes you? Your answer helps us choose the words.

Management of Chronic Heart Failure

Chronic heart failure with reduced ejection fraction needs four classes of drugs, started early and raised to the target dose. 1, 2

Work-Up Before Treatment

Before the first prescription, obtain the following:

  • Echocardiogram to measure the ejection fraction (repeat after 3 months of treatment) 1, 2
  • Creatinine and potassium, at baseline and after 1-2 weeks 2
  • Do NOT start in patients with potassium above 5.5 mmol/L 2

Drugs by Class

Renin-Angiotensin Inhibitors (all patients)

Sacubitril/valsartan is preferred over enalapril in patients who tolerate it 2, 4

Starting doses:

  • Enalapril 2.5 mg twice daily, target 10-20 mg twice daily 4
  • Sacubitril/valsartan 24/26 mg twice daily; halve the dose in patients aged 75 years 4
  • Options when neither is tolerated include:
    • Hydralazine with isosorbide dinitrate
    • Candesartan 4 mg once daily 3

Beta Blockers (all stable patients)

Titrate every 2 weeks 1:

  • Bisoprolol 1.25 mg daily, target 10 mg 1
  • Not in grade 3 block 1

Sequential titration: raise one drug at a time, and the other at the next visit 4

Device Therapy

Defibrillators

An implantable defibrillator is recommended at an ejection fraction of 35% or less 3

Resynchronisation

Resynchronisation lowers mortality (9.4 vs 12.6 per 100 patient-years) 3

Follow-Up and Monitoring

Evaluation schedule:

  • Every 3-6 months once stable 2, 4
  • After 2 cycles of titration 4

References

Guideline

Topic Overview for Practice

Cardia.Press Medical Board & Editors, 2025

Research

Four Pillars of Therapy.

Journal of Imaginary Cardiology, 2021

Guideline

Devices in Heart Failure

Practice Notes: Short Guidelines, 2024

Guideline

Titration of Drugs

Practice Notes: Short Guidelines, 2023

Related Questions

What is the next step for a 70-year-old with swollen ankles?
How is atrial flutter treated after ablation?

Professional Medical Disclaimer

This text is intended for healthcare professionals. Decisions rest on clinical judgment. Cardia.Press assumes no liability for decisions based on it.

Have a follow-up question?

Our Medical A.I. is used by many clinics. Ask any follow up question and get answers instantly.
"""

BLOG_PAGE = """Living With Type 2 Diabetes

Medically Reviewed by Dr. M. Rivera on 4 May 2022

Living With Type 2 Diabetes

Type 2 diabetes raises the sugar in your blood over years. Many people notice nothing at first. The eyes, kidneys, and nerves can be harmed.


Diet: A diet with fewer calories lowers blood sugar. It also lowers weight. You can start with small changes.

A dietitian can plan the diet with you.

Metformin: Metformin is usually the first drug. It is taken with meals, e.g. 500 mg twice a day. These tablets rarely cause low sugar.

Insulin therapy: Insulin is needed when tablets no longer suffice. Around 30% of people need it after 10 years.

Feet should be looked at every day.


Referenced on 1.5.2022

  1. National Institute of Sugar: “Diabetes Basics."
  2. “Diet Today,” “Moving More.”

Previous Post

Living With Type 1 Diabetes

Related Posts
"""

SOCIETY_PAGE = """Your gift is tax deductible
Español
PDFs by language
Our 24/7 helpline gives answers to people with kidney stones. We can connect you with trained staff who listen.
Chat live online
Call us at 1-800-555-0100
Available any time of day or night
Your gift is tax deductible
Kidney stones (calculi) are hard deposits that form in the kidney. Most kidney stones pass without treatment. They may cause pain in the back.
For small kidney stones, drinking water and pain relief are the main treatments. These may include:
Surgery may be useful for some kidney stones (see below).
If the stone does not pass, other treatments can be tried, e.g. shock waves or an alpha blocker such as tamsulosin (Flomax), if it is smaller than 10 mm. (See “Stones in the ureter” below.)
Shock waves may also be used in certain situations, such as:
You can find more details in Surgery for Kidney Stones.
Treatment of kidney stones depends on the size. For more, see treatment of large stones.
Because kidney stones often come back, you may want to drink at least 2.5 liters a day, if your doctor agrees.
The Imaginary Stone Society medical and editorial content team
Our team is made up of doctors and nurses with long experience in medical writing.
Stone Atlas Group. A map of stones. Kidney Letters. 2012;49(7):61-70. doi:10.1000/stones.1.
Rivera M, Chen L. Chapter 8: Stones. In: Smith J, ed. Book of Kidneys. 6th ed. Springfield, Ill: Oak House; 2020.
Last Revised: October 1, 2023
Imaginary Stone Society medical information is copyrighted material. For reprint requests, write to the society.
Sign up to stay up-to-date and to get involved with the Imaginary Stone Society.
"""

WRAPPED_PAGE = """Home > Conditions > Asthma

Asthma Attack: First Aid

By Jo Miller. Published 2 February 2021. Updated on 5/13/2023.

On this page

What to do first
When to call for help

What to do first

Sit the person upright and stay calm. Give one puff of the blue
inhaler every 30-60 seconds, up to 10 puffs in all [1]. If there is no
improvement after 10 puffs, call an ambulance [1,3].

We use cookies to improve this site. Accept all cookies

When to call for help?

Call when the lips turn blue, or when the person is too breathless to
speak.¹ Do not wait for a doctor to ring back [2].

1. Keep the person upright.
2. Repeat the 10 puffs after 15 minutes.

Share this page

References

1. Imaginary Lung Trust. Attack plan. 2020. Accessed at https://example.org/plan on May 1, 2020.
2. Imaginary Lung Trust. When to ring. 2019.
3. Miller J. Puffs. Lung Notes. 2018;3(2):1-9.

About the author

Jo Miller writes about lungs and lives in Springfield with two cats.

© 2021-2023 Imaginary Lung Trust. All rights reserved.
"""

SPANISH_PAGE = """¿Cuál es el tratamiento de la anemia por falta de hierro?

Última actualización: 3 de marzo de 2024

Tratamiento Inicial

El hierro por vía oral es el tratamiento de elección en la mayoría de los pacientes. La dosis es de 65 mg al día.

Seguimiento

Se debe repetir la hemoglobina a las 4 semanas. No se debe suspender el hierro antes de 3 meses.
"""

NUMBERED_PAGE = """Snakebite in adults: first aid and transport
Guideline [XX12] Published: 2 August 2019 Last updated: 8 March 2022

Overview
Recommendations

1 Recommendations

1.1 At the scene

1.1.1 Keep the limb still and below the heart. [2004, amended 2011]

1.1.2 If swelling passes 25 cm in 1 hour, call the poison centre. [2019]

1.2 Choosing antivenom

1.2.1 Offer antivenom to adults with a bite who:

have swelling beyond the wrist or

are bleeding from the gums. [2019]

1.2.2 Do not cut or suck the wound. [2011]

1.3 Follow-up

Table 1 Checks

Hours since the bite	What to check
Up to 6	pulse every 15 minutes
6 to 24	urine every 2 hours

Rationale

The panel found the evidence weak.1,2 It kept the advice. Patients gained 0.5 days.

References

1. Adder A, Viper B. Bites at dusk. Snake Letters. 2015;350:h1.
2. Cobra C. Venoms. Lancelot 2016; 387: 435-43.

© Imaginary Poison Board 2022. All rights reserved.
"""

PORTAL_PAGE = """Skip to main content
Menu
Search the site
Health A to Z

Hiccups

Hiccups are short cramps of the diaphragm. Most people have them now and then.

Check if you need help

Signs that you need help include:

- hiccups that last longer than 48 hours
- hiccups that keep you awake

An attack of hiccups usually lasts 5 to 30 minutes.

Causes of long attacks include:

Large meals
Fizzy drinks

How to stop hiccups

Breath holding. Hold your breath for 10 seconds. Do this 3 times.

Cold water. Sip it slowly. It calms the nerve.

Baclofen tablets. A doctor may give 5 mg three times a day.

Advertisement

More in Breathing

Living with hiccups
Support groups

Page last reviewed: 9 February 2023
Next review due: 9 February 2026

Support links
Home
Contact us
© Crown copyright
"""
