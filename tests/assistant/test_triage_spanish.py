"""Emergencies told in Spanish: heard by words alone, for the embedding model hardly knows the language."""

import pytest

from assistant.answers import Question
from assistant.triage import TriageKind, triage

URGENT = """
no siento las piernas y me he orinado sin darme cuenta
mi madre no puede mover las piernas desde esta mañana
tengo un dolor muy fuerte en el pecho que me baja al brazo
se le hinchó la lengua y la cara mientras le ponían el suero
me cuesta muchísimo respirar aun estando sentada
tengo 39 de fiebre y escalofríos y estoy con quimio
tengo 38.6 de fiebre y hace una semana me pusieron la quimio
la paciente está neutropénica y tiembla de fiebre
sangra de la herida del pecho y no para
está vomitando sangre
mi esposo está convulsionando
de repente no sabe dónde está ni me reconoce
no logro despertarla, está muy dormida
se le torció la cara y no puede hablar bien
se desmayó y no responde
se tomó toda la caja de pastillas
le pusieron diez veces la dosis por error
tiene el peor dolor de cabeza de su vida y ve doble
hace deposiciones negras y está mareada
ya no quiero vivir, voy a acabar con todo esta noche
mi hermana dice que se va a matar
tengo las pastillas en la mano y quiero morir
pienso en quitarme la vida
me están pasando la quimio y siento opresión en el pecho y no puedo respirar
mi esposa con metástasis en la columna no siente las piernas y no controla la orina
mi papá tiene fiebre de 38,5 después de la quimio
me salieron ronchas y se me cierra la garganta con el paclitaxel
paciente con fiebre y neutropenia tras docetaxel
se me durmieron las piernas y no aguanto el pis
tengo mucho sangrado por la nariz que no se detiene
mi mamá está muy confundida y habla incoherencias desde hoy
me tomé el doble de pastillas de capecitabina por error y me siento mal
no puedo respirar y tengo los labios morados
dolor en el pecho ahora mismo, ¿qué hago?
está teniendo una reacción alérgica en la infusión
desde hoy arrastro los pies, no me sostienen las piernas y se me sale la orina
me aprieta el pecho y sudo frío
a mi mujer le está dando un infarto
en plena infusión se puso roja, con ronchas y ahogándose
se me hincharon los labios después de la inyección
se está asfixiando
mi hijo dice que su abuela no respira bien y tiene los dedos azules
fiebre de 39 desde anoche, última quimio hace cinco días
termómetro 38,9 y estoy en ciclo de docetaxel
paciente oncológica con neutropenia febril en urgencias
le sale sangre por la boca a borbotones
hemorragia que no cede en la mama ulcerada
tos con mucha sangre roja
le dio un ataque y está temblando toda con los ojos en blanco
no me entiende lo que le digo y está como ida desde hace un rato
no abre los ojos por más que la llamo
mi papá cayó al piso y no contesta
de pronto no puedo ver y me duele muchísimo la cabeza
tiene la mitad de la cara caída
me tragué veinte comprimidos de tamoxifeno
mi sobrina de tres años se comió mis pastillas de quimio
le inyectaron el doble de lo indicado
no quiero seguir viviendo así, me quiero morir
estoy pensando en tirarme por la ventana
ya escribí la carta de despedida, hoy termino con esto
compresión medular aguda con paraparesia, ¿qué hago?
presenta disnea súbita y dolor torácico tras la infusión
tengo metástasis vertebrales y hoy dejé de sentir los pies y no retengo la orina
mi mamá no puede pararse, se le fue la fuerza de las piernas y se hizo encima
siento como un elefante sentado en el pecho desde hace media hora
dolor torácico irradiado al brazo izquierdo tras iniciar la infusión
se me cerró la garganta apenas empezó el goteo
mi hermana se llenó de ronchas y le falta el aire con el taxol
no me entra el aire, ayúdenme
tengo 38 y medio de fiebre en plena quimio
mi marido tirita con cuarenta de fiebre después de la quimioterapia
está sangrando muchísimo la herida de la mama
vomita sangre oscura como café
mi abuela convulsionó hace cinco minutos
mamá está desorientada y no sabe en qué año estamos, fue de golpe
no despierta desde la mañana
se desmayó en el baño y sigue inconsciente
tomó treinta pastillas de morfina
me equivoqué y me puse tres inyecciones seguidas, me siento fatal
ya no le encuentro sentido a vivir
a veces pienso que lo mejor sería matarme
se le cayó un lado de la cara y balbucea
"""
CALM = """
¿cada cuánto se pone la inyección?
dosis y vía de administración
¿qué efectos adversos son comunes con este tratamiento?
¿puedo cambiar de tratamiento si sube el marcador?
a mi mamá le duelen los huesos por las metástasis, ¿qué le pueden dar?
me duele un poco la espalda desde hace meses, ¿es normal?
¿es normal sentirse cansada con la quimioterapia?
¿qué significa anafilaxia?
¿cuáles son los signos de compresión medular?
¿cómo se trata la fiebre durante la quimioterapia?
¿qué se hace si hay una reacción alérgica?
¿el docetaxel causa falta de aire?
me preocupa tener un sangrado, ¿es frecuente?
tuve fiebre después del primer ciclo pero ya pasó
hace dos años tuve una convulsión
me acaban de diagnosticar estadio 4 y tengo miedo
no quiero quimioterapia, ¿qué alternativas hay?
tengo miedo a morir, ¿cuánto se vive?
olvidé la pastilla ayer, ¿qué hago?
necesito saber con urgencia cuál es la primera línea
tengo sofocos y dolor en las articulaciones, ¿es por la pastilla?
la tomografía muestra que empeoró, ¿qué sigue?
estoy triste y confundida con tantos nombres de medicamentos
¿qué hacer si hay fiebre neutropénica?
¿cuándo es una urgencia la compresión medular?
riesgo de hemorragia con bevacizumab
¿el trastuzumab puede dañar el corazón?
prevención de reacciones de hipersensibilidad con paclitaxel
¿la metástasis cerebral causa convulsiones?
quiero vivir lo más posible
¿es peligroso tener fiebre con la quimioterapia?
¿qué síntomas de alarma debo vigilar?
mi mamá murió de cáncer de mama
no quiero perder el pelo
me siento débil estos días con la quimioterapia
¿puede haber dolor en el pecho con la radioterapia?
¿la capecitabina produce diarrea con sangre?
quiero morir en casa tranquila, ¿qué cuidados paliativos hay?
antecedente de infarto hace cinco años, ¿puede recibir trastuzumab?
tengo dolor de espalda leve
¿qué hago si me olvido una dosis?
riesgo de neutropenia febril con docetaxel
no entiendo nada de lo que me dijo el médico
estoy muy confundida con las opciones
mi esposa tiene metástasis en la columna, ¿qué radioterapia se usa?
manejo de la herida sangrante de la mama
se me hinchan un poco los pies por la noche
profilaxis de la anafilaxia con taxanos
¿cómo se reconoce una reacción alérgica a la infusión?
¿la fatiga con quimioterapia es normal?
¿qué signos sugieren crisis visceral?
tengo pinchazos en las manos desde el paclitaxel
¿el dolor de pecho es un efecto de la radioterapia?
se me cae el pelo
paciente sin fiebre ni síntomas, ¿pido imagen cerebral?
perdí a mi madre por esto, ¿es hereditario?
¿cuándo debo ir a urgencias si tengo fiebre?
le quitaron el tumor hace un año y sangró un poco
¿es mortal el cáncer en estadio 4?
"""


def kind(text: str) -> str | None:
    read = triage(Question(text=text), alarm=lambda _: "emergency")
    return read.kind if read else None


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(URGENT))
def test_emergency_told_in_spanish_is_never_missed(text: str) -> None:
    read = triage(Question(text=text))
    assert read is not None
    assert read.kind is TriageKind.EMERGENCY
    assert read.language == "es"


@pytest.mark.parametrize("text", lines(CALM))
def test_question_in_spanish_is_not_called_an_emergency_even_if_the_model_hears_one(text: str) -> None:
    assert kind(text) != TriageKind.EMERGENCY
