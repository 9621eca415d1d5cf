"""Given names that are borne by men or by women, not by both: evidence that a name is a person's, and for pronouns."""

from __future__ import annotations

from factx.components.entities.lists import word_set

MALE = word_set(
    """
    aaron abdul jeb marco rand newt rudy reince mitch lindsey chuck vlad dmytro antony pete beto abdullah abraham adam
    adrian ahmad ahmed akira alan alberto alejandro aleksandr alexander alexandre alexei alfred ali allan allen amir
    anatoly andre andreas andrei andrew andrzej angus anthony antonio antony anwar arnold arthur arturo asif augusto
    austin bashar barack barry bart ben benjamin benny bernard bernie bill billy bob bobby boris brad bradley brendan
    brett brian bruce bruno bryan carl carlos cesar charles charlie chris christian christoph christopher chuck clarence
    claude claudio clint colin craig curtis cyril dale daniel danny darren dave david davide dean dennis derek devin diego
    dieter dimitri dimitris dirk dmitri dmitry dmytro dominic don donald doug douglas duncan dustin dwight earl ed eddie
    edgar edmund eduardo edward edwin eli elijah elliott emilio emmanuel enrico enrique eric erik ernest ernesto ethan
    eugene evan evgeny fabio felipe felix fernando fidel floyd francesco francis francisco francois frank franz fred
    frederick friedrich fyodor gabriel gareth gary gavin geoff geoffrey george georges gerald gerard gerhard gianni
    gilbert giorgio giovanni giuseppe glen glenn gordon graham greg gregory guillermo gustavo guy hamid hamza hans harold
    harry harvey hassan hector heinz helmut henri henrik henry herbert herman hiroshi horst howard hugh hugo hussein ian
    ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jake jakob jamal james jan jared jason javier jay
    jean-claude jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joe joel johan johann john johnny jon
    jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karl keith ken kenneth kent kevin khalid
    klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonid leroy leslie lewis liam
    lionel lloyd lorenzo lou louis lucas ludwig luigi luis luiz luke mahmoud malcolm manuel marc marcel marcelo marco
    marcos marcus mario mark markus marshall martin marvin massimo mathias matt matteo matthew matthias maurice mauricio
    maurizio max maxim michael michel miguel mike mikhail milton mitch mitt mohamed mohammad mohammed moses muhammad
    murray mustafa nabil narendra nathan neil nelson nicholas nick nicola nicolai nicolas nigel nikolai nikos noah norman
    oleg olaf oleksandr olivier omar orlando oscar osama oswald otto owen pablo paolo patrick paul pavel pavlo pedro pedro
    per pete peter petr petro phil philip philippe phillip pierre piotr rafael rahul raj rajesh ralph ramon randall randy
    raul ray raymond recep reggie reinhard ricardo riccardo richard rick ricky rishi roberto robert rodney rodrigo roger
    rohit roland rolf roman ron ronald ross roy rudolf rudy rupert russ russell ryan salman salvador salvatore sam samir
    samuel santiago saul scott sean sebastian sergei sergey sergio serhiy seth shane shaun shinzo sidney silvio simon stan
    stanislav stanley stefan stefano stephen steve steven stewart stuart sven sylvester takashi tariq ted terrence terry
    theodore thomas tim timothy toby todd tom tommaso tommy tony travis trevor tyler ulrich umberto uwe vaclav valery
    vasily vernon viktor vincent vincenzo vitaly vitali vladimir volodymyr wade walter warren wayne wendell werner wilfred
    wilhelm willem william willie winston wolfgang xavier yitzhak yasser yevgeny yoshihide yousef yuri yusuf zachary
    """
)
FEMALE = word_set(
    """
    abigail adele carly laila layla nadine ivanka tulsi nikki condi ayanna ilhan rashida karine jen adriana agnes aisha
    alexandra alexandria alice alicia alison allison amanda amber amelia amina amy ana anastasia andrea angela angelina
    angie anita ann anna anne annette annie antonia april ariana ashley astrid audrey aung ava barbara beatrice becky
    belinda benazir bernadette beth bethany betsy betty beverly birgit bonnie brenda bridget brigitte brooke camille
    candace carla carmen carol carole caroline carolyn carrie catherine cathy cecilia charlene charlotte chelsea cheryl
    christina christine cindy claire clara claudia colette colleen condoleezza connie constance cristina crystal cynthia
    daniela danielle dawn deborah debbie debra deirdre denise diana diane dolores dominique donna dora doris dorothy edith
    eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen emily emma erica erika erin estelle
    esther ethel eva eve evelyn fatima fatma faye felicia fiona florence frances francesca gabriela gabrielle gail
    geraldine gertrude gina giorgia giulia gladys glenda gloria grace greta gretchen gwen hanna hannah harriet hazel
    heather heidi helen helena helga hillary hilary holly ida ilhan indira ines ingrid irene irina iris isabel isabella
    isabelle ivana jacinda jackie jacqueline jane janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill
    joan joann joanna joanne jocelyn josephine joy joyce judith judy julia juliana julie juliet june kamala karen karin
    karina karla kate katherine kathleen kathryn kathy katie katrina kay kayla keiko kelly kimberly kirsten krista kristen
    kristin kristina kristine lara latoya laura lauren laurie leah leila lena leslie leticia lidia lillian lily linda
    lindsay lindsey lisa liz liza lois loretta lori lorraine louise lucia lucille lucy luisa lydia lynn mabel madeleine
    madison maggie malala malia marcia margaret margarita maria mariana marianne marie marilyn marina marion marisa
    marjorie marlene marta martha martina mary maureen megan meghan melania melanie melinda melissa mercedes meredith
    michelle mildred miranda miriam molly monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha
    nicole nina nora norma olena olga olivia ophelia oprah pamela patricia patsy patti paula pauline peggy penelope petra
    phyllis polly priscilla priti rachel ramona rebecca regina renata renee rhonda rita roberta rosa rosalind rose
    rosemary roxanne ruth sabrina sally samantha sandra sara sarah sasha selena serena shannon sharon sheila shelley
    sherry shirley simone sofia sonia sonya sophia sophie stacey stacy stefania stella stephanie sue suella susan susana
    susanne suzanne svetlana sylvia tamara tanya tara tatiana teresa tessa thelma theresa tina tracey tracy tricia ursula
    valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilma
    winnie yasmin yolanda yulia yvette yvonne zainab zoe zsuzsanna
    """
)
# Borne by either: a person's, but no evidence of gender.
EITHER = word_set(
    """
    alex andrea ashley carol casey charlie chris dale dana dominique eden evan francis gene jackie jamie jan jay jean
    jesse jo joan jody jordan kelly kent kerry kim kyle lee leslie lindsay lindsey lou lynn marion meredith morgan nicola
    pat per rand randy robin sam sasha shannon shirley simone stacey stacy sydney taylor terry tracey tracy whitney
    """
)
GIVEN_NAMES = MALE | FEMALE | EITHER
