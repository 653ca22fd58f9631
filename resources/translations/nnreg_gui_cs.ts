<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs" sourcelanguage="en">
<context>
    <name>AccuracyCut</name>
    <message>
        <source>Validation accuracy (fainter: training)</source>
        <translation>Validační přesnost (světleji: trénovací)</translation>
    </message>
    <message>
        <source>Networks with {0} to {1} hidden neurons, trained on {2} images of MNIST. Right of the dotted line they have more parameters than there are training targets, ten for each image. Bars: the spread of the seeds.</source>
        <translation>Sítě s {0} až {1} skrytými neurony, natrénované na {2} obrázcích z MNIST. Vpravo od tečkované čáry mají víc parametrů, než kolik je požadovaných výstupů: deset na každý obrázek. Svislé čáry: rozptyl seedů.</translation>
    </message>
</context>
<context>
    <name>AccuracyPlot</name>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trénovací</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validační</translation>
    </message>
    <message>
        <source>lies learnt</source>
        <translation>naučené lži</translation>
    </message>
    <message>
        <source>right in spite</source>
        <translation>správně navzdory štítku</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>naučené</translation>
    </message>
    <message>
        <source>in spite</source>
        <translation>navzdory</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Continue</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Trénovat dál</translation>
    </message>
    <message>
        <source>Train this experiment from the beginning</source>
        <translation>Trénovat tento experiment od začátku</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Hold the run where it is</source>
        <translation>Pozastavit běh tam, kde je</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Train one epoch, then pause</source>
        <translation>Trénovat jednu epochu a zastavit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>End the run and measure its test accuracy</source>
        <translation>Ukončit běh a změřit jeho testovací přesnost</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Na začátek</translation>
    </message>
    <message>
        <source>Go back to the same initial weights</source>
        <translation>Vrátit se ke stejným počátečním vahám</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Nové váhy</translation>
    </message>
    <message>
        <source>Draw other initial weights: the next seed</source>
        <translation>Vylosovat jiné počáteční váhy: další seed</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Vedle sebe</translation>
    </message>
    <message>
        <source>With the next run, train the same one without regularization and augmentation</source>
        <translation>Při příštím běhu trénovat zároveň tentýž experiment bez regularizace a augmentace</translation>
    </message>
    <message>
        <source>Repeat with 5 seeds</source>
        <translation>Zopakovat pětkrát (s různými seedy)</translation>
    </message>
    <message>
        <source>Train this experiment five times: mean and spread</source>
        <translation>Natrénovat tento experiment pětkrát: průměr a směrodatná odchylka</translation>
    </message>
    <message>
        <source>Earlier epoch</source>
        <translation>Dřívější epocha</translation>
    </message>
    <message>
        <source>Look back at an earlier network of the selected run</source>
        <translation>Podívat se na dřívější síť vybraného běhu</translation>
    </message>
    <message>
        <source>Later epoch</source>
        <translation>Pozdější epocha</translation>
    </message>
    <message>
        <source>Look at a later network of the selected run</source>
        <translation>Podívat se na pozdější síť vybraného běhu</translation>
    </message>
    <message>
        <source>Latest network</source>
        <translation>Nejnovější síť</translation>
    </message>
    <message>
        <source>Look at the network in use again</source>
        <translation>Vrátit se k používané síti</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nové okno</translation>
    </message>
    <message>
        <source>Start the program once more, with experiments of its own</source>
        <translation>Spustit program ještě jednou, s vlastními experimenty</translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation>Otevřít experiment…</translation>
    </message>
    <message>
        <source>Load an experiment from a file</source>
        <translation>Načíst experiment ze souboru</translation>
    </message>
    <message>
        <source>Save experiment…</source>
        <translation>Uložit experiment…</translation>
    </message>
    <message>
        <source>Write this experiment to a file</source>
        <translation>Zapsat tento experiment do souboru</translation>
    </message>
    <message>
        <source>Copy experiment as text</source>
        <translation>Kopírovat experiment jako text</translation>
    </message>
    <message>
        <source>Put this experiment on the clipboard, as a short line that can be pasted into the program</source>
        <translation>Zkopírovat experiment do schránky jako krátký řádek, který lze do programu zase vložit</translation>
    </message>
    <message>
        <source>Paste experiment</source>
        <translation>Vložit experiment</translation>
    </message>
    <message>
        <source>Load the experiment whose text is on the clipboard</source>
        <translation>Načíst experiment, jehož text je ve schránce</translation>
    </message>
    <message>
        <source>Open data set…</source>
        <translation>Otevřít data…</translation>
    </message>
    <message>
        <source>Train on other digits: IDX, .npz or CSV</source>
        <translation>Trénovat na jiných číslicích: IDX, .npz nebo CSV</translation>
    </message>
    <message>
        <source>Open data set: a folder…</source>
        <translation>Otevřít data: složka…</translation>
    </message>
    <message>
        <source>Train on the pictures in a folder, which has a sub-folder for each class</source>
        <translation>Trénovat na obrázcích ve složce, která má pro každou třídu podsložku</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>Otevřít sezení…</translation>
    </message>
    <message>
        <source>Add the runs of a file to the list</source>
        <translation>Přidat běhy ze souboru do seznamu</translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation>Uložit sezení…</translation>
    </message>
    <message>
        <source>Write all runs to one file</source>
        <translation>Uložit všechny dnešní běhy do jednoho souboru</translation>
    </message>
    <message>
        <source>Export curves…</source>
        <translation>Exportovat křivky…</translation>
    </message>
    <message>
        <source>Write the curves of all shown runs to a CSV file</source>
        <translation>Zapsat křivky všech zobrazených běhů do souboru CSV</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Uložit obrázek…</translation>
    </message>
    <message>
        <source>Write the page that is seen to a PNG file</source>
        <translation>Uložit zobrazenou stránku jako obrázek PNG</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopírovat obrázek</translation>
    </message>
    <message>
        <source>Put a picture of the page on the clipboard</source>
        <translation>Zkopírovat obrázek stránky do schránky</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>Odebrat běh</translation>
    </message>
    <message>
        <source>Take the selected runs out of the list</source>
        <translation>Odebrat vybrané běhy ze seznamu</translation>
    </message>
    <message>
        <source>Remove all runs</source>
        <translation>Odebrat všechny běhy</translation>
    </message>
    <message>
        <source>Empty the list; Ctrl+Z brings the runs back</source>
        <translation>Vyprázdnit seznam; Ctrl+Z běhy vrátí</translation>
    </message>
    <message>
        <source>Take the selected runs out of the plots, or put them back</source>
        <translation>Skrýt vybrané běhy v grafech, nebo je zase ukázat</translation>
    </message>
    <message>
        <source>Selected run alone</source>
        <translation>Jen vybraný běh</translation>
    </message>
    <message>
        <source>Draw only the selected run and the baseline, or all runs again</source>
        <translation>Kreslit jen vybraný běh a základ srovnání, nebo zase všechny běhy</translation>
    </message>
    <message>
        <source>Hide other runs</source>
        <translation>Skrýt ostatní běhy</translation>
    </message>
    <message>
        <source>Leave only the selected runs in the plots, or put all back</source>
        <translation>Nechat v grafech jen vybrané běhy, nebo zase ukázat všechny</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lekce</translation>
    </message>
    <message>
        <source>Choose a lesson that leads through the lecture</source>
        <translation>Vybrat lekci, která provede přednáškou</translation>
    </message>
    <message>
        <source>Continue the lesson</source>
        <translation>Pokračovat v lekci</translation>
    </message>
    <message>
        <source>Go on where the lesson was left</source>
        <translation>Navázat tam, kde lekce skončila</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Dál</translation>
    </message>
    <message>
        <source>Record the guess, train, or go to the next step</source>
        <translation>Zapsat tip, trénovat nebo přejít k dalšímu kroku</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Go to the step before</source>
        <translation>Vrátit se k předchozímu kroku</translation>
    </message>
    <message>
        <source>Fold the strip</source>
        <translation>Sbalit pruh lekce</translation>
    </message>
    <message>
        <source>Leave only the title of the step</source>
        <translation>Nechat jen název kroku</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Opustit lekci</translation>
    </message>
    <message>
        <source>Try freely; Shift+F5 continues the lesson</source>
        <translation>Zkoušet volně; Shift+F5 se vrátí k lekci</translation>
    </message>
    <message>
        <source>Presenter window</source>
        <translation>Okno přednášejícího</translation>
    </message>
    <message>
        <source>Notes, next step and clock, for you alone</source>
        <translation>Poznámky, další krok a hodiny, jen pro vás</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>Prohodit obrazovky</translation>
    </message>
    <message>
        <source>Exchange the presenter window and this one</source>
        <translation>Vyměnit okno přednášejícího a toto okno</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Černá obrazovka</translation>
    </message>
    <message>
        <source>Show nothing, until any key</source>
        <translation>Nic neukazovat, než stisknete klávesu</translation>
    </message>
    <message>
        <source>Save a handout…</source>
        <translation>Uložit záznam lekce…</translation>
    </message>
    <message>
        <source>Write the steps so far to a page to print</source>
        <translation>Zapsat dosavadní kroky na stránku k vytištění</translation>
    </message>
    <message>
        <source>Open lesson…</source>
        <translation>Otevřít lekci…</translation>
    </message>
    <message>
        <source>Lead through a lesson of your own</source>
        <translation>Provést vlastní lekcí</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Zkouška nanečisto</translation>
    </message>
    <message>
        <source>Train all that a lesson needs on this computer, and check what it says</source>
        <translation>Natrénovat na tomto počítači vše, co lekce potřebuje, a ověřit, co říká</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Vzorce</translation>
    </message>
    <message>
        <source>Show the formulas of the experiment large over the page</source>
        <translation>Ukáže vzorce experimentu velké přes stránku</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>Další jazyk</translation>
    </message>
    <message>
        <source>Speak the next language that there is</source>
        <translation>Přepne na další jazyk</translation>
    </message>
    <message>
        <source>Undo removing</source>
        <translation>Vrátit odebraný běh</translation>
    </message>
    <message>
        <source>Restore the runs removed last</source>
        <translation>Vrátit naposledy odebrané běhy</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Srovnat s tímto</translation>
    </message>
    <message>
        <source>Compare the other runs with the selected one, or with none any more</source>
        <translation>Srovnávat ostatní běhy s vybraným; podruhé srovnání zruší</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>Přejmenovat běh</translation>
    </message>
    <message>
        <source>Give the selected run a name of your own</source>
        <translation>Dát vybranému běhu vlastní název</translation>
    </message>
    <message>
        <source>Hide or show run</source>
        <translation>Skrýt nebo ukázat běh</translation>
    </message>
    <message>
        <source>Add to the desktop</source>
        <translation>Přidat na plochu</translation>
    </message>
    <message>
        <source>Put the program on the desktop and in the menu</source>
        <translation>Umístit program na plochu a do nabídky aplikací</translation>
    </message>
    <message>
        <source>Remove from the desktop</source>
        <translation>Odebrat z plochy</translation>
    </message>
    <message>
        <source>Take the program&apos;s launchers away again</source>
        <translation>Odstranit spouštěče programu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Zavřít program</translation>
    </message>
    <message>
        <source>Find scenario</source>
        <translation>Najít scénář</translation>
    </message>
    <message>
        <source>Load an experiment of the lecture, with the figures published for it</source>
        <translation>Načíst experiment z přednášky i s publikovanými výsledky</translation>
    </message>
    <message>
        <source>Logarithmic epochs</source>
        <translation>Logaritmická osa epoch</translation>
    </message>
    <message>
        <source>Stretch the first epochs, squeeze the late ones</source>
        <translation>První epochy roztáhnout, pozdní stlačit</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Celý běh</translation>
    </message>
    <message>
        <source>Show all again after zooming with the mouse wheel</source>
        <translation>Po přiblížení kolečkem myši zase ukázat celý běh</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Podrobnosti</translation>
    </message>
    <message>
        <source>Unfold the figures and conditions below the pictures</source>
        <translation>Ukáže čísla a podmínky pod obrázky</translation>
    </message>
    <message>
        <source>Other pages</source>
        <translation>Přepnout Trénink / Proč to funguje</translation>
    </message>
    <message>
        <source>Go from the pages about training to those about why it works, and back</source>
        <translation>Přejít od stránek o tréninku ke stránkám o tom, proč to funguje, a zpět</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Show or fold away the experiment&apos;s settings</source>
        <translation>Ukázat nebo skrýt nastavení experimentu</translation>
    </message>
    <message>
        <source>List of runs</source>
        <translation>Seznam běhů</translation>
    </message>
    <message>
        <source>Show or fold away the list of runs</source>
        <translation>Ukázat nebo skrýt seznam běhů</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Větší písmo</translation>
    </message>
    <message>
        <source>Make text and curves larger, for the last row</source>
        <translation>Zvětšit písmo a křivky, ať se dají číst i z poslední řady</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Menší písmo</translation>
    </message>
    <message>
        <source>Make text and curves smaller</source>
        <translation>Zmenšit písmo a křivky</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Normální písmo</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Písmo na 100 %</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Celá obrazovka</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Využít celou obrazovku</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Vzhled</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Světlý, tmavý nebo vysoký kontrast</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR kód</translation>
    </message>
    <message>
        <source>Show this experiment as a code for telephones</source>
        <translation>Ukázat tento experiment jako kód pro telefony</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Všechna nastavení</translation>
    </message>
    <message>
        <source>Show all groups of settings, if only some are seen</source>
        <translation>Ukázat všechny skupiny nastavení, jsou-li vidět jen některé</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>List the keys of the program and of this page</source>
        <translation>Vypsat klávesy programu i této stránky</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Slovníček</translation>
    </message>
    <message>
        <source>The lecture&apos;s words, each in a sentence</source>
        <translation>Pojmy z přednášky, každý jednou větou</translation>
    </message>
    <message>
        <source>Copy system information</source>
        <translation>Kopírovat údaje o systému</translation>
    </message>
    <message>
        <source>Put the versions of this program and its parts on the clipboard, for a report</source>
        <translation>Do schránky vloží verze programu a jeho částí, pro hlášení chyby</translation>
    </message>
    <message>
        <source>About nnreg-gui</source>
        <translation>O programu nnreg-gui</translation>
    </message>
    <message>
        <source>Version, licence, sources</source>
        <translation>Verze, licence, zdroje</translation>
    </message>
</context>
<context>
    <name>AllDigitsView</name>
    <message>
        <source>Turning both classes …</source>
        <translation>Otáčejí se obě třídy …</translation>
    </message>
    <message>
        <source>Turning all sixes and nines …</source>
        <translation>Otáčejí se všechny šestky a devítky …</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>Kolik je změřeno</translation>
    </message>
    <message>
        <source>The runs with a check mark in the list that are over; at most three are drawn.</source>
        <translation>Skončené běhy, které mají v seznamu zaškrtnutí; kreslí se nanejvýš tři.</translation>
    </message>
    <message>
        <source>{0} of {1} runs: the selected one, the baseline, the newest</source>
        <translation>{0} z {1} běhů: vybraný, základ srovnání a nejnovější</translation>
    </message>
    <message>
        <source>Run {0}: {1}</source>
        <translation>Běh {0}: {1}</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>Běh {0}</translation>
    </message>
    <message>
        <source>Both classes of the validation set are being turned …</source>
        <translation>Otáčejí se obě třídy z validační množiny …</translation>
    </message>
    <message>
        <source>Here you will see what a run reads both classes as at every angle, as soon as it is over.</source>
        <translation>Až běh skončí, uvidíte tu, jak jeho síť čte obě třídy při každém úhlu.</translation>
    </message>
    <message>
        <source>All sixes and all nines of the validation set are being turned …</source>
        <translation>Otáčejí se všechny šestky a devítky z validační množiny …</translation>
    </message>
    <message>
        <source>Here you will see what a run reads sixes and nines as at every angle, as soon as it is over.</source>
        <translation>Až běh skončí, uvidíte tu, jak jeho síť čte šestky a devítky při každém úhlu.</translation>
    </message>
</context>
<context>
    <name>AngleCurves</name>
    <message>
        <source>Outputs over the angle</source>
        <translation>Výstupy podle úhlu</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Výstupy</translation>
    </message>
    <message>
        <source>strongest other</source>
        <translation>nejsilnější jiný</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>at first {0}</source>
        <translation>poprvé {0}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>správně</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>špatně</translation>
    </message>
    <message>
        <source>Adds a hand for: {0}</source>
        <translation>Přidá hlas pro: {0}</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>teď {0}</translation>
    </message>
</context>
<context>
    <name>AugmentationPage</name>
    <message>
        <source>Sheet</source>
        <translation>Přehled</translation>
    </message>
    <message>
        <source>Digits, each beside what augmentation makes of it</source>
        <translation>Číslice, každá vedle toho, co z ní udělá augmentace</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Whether a trained network reads augmented digits correctly</source>
        <translation>Zda natrénovaná síť přečte správně i augmentované číslice</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Druhy</translation>
    </message>
    <message>
        <source>Every kind of augmentation, or one alone over its whole range</source>
        <translation>Všechny druhy augmentace, nebo jeden samostatně v celém rozsahu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>AugmentationPanel</name>
    <message>
        <source>Every training image draws its own value anew every epoch. 0 is Off.</source>
        <translation>Každý trénovací obrázek si v každé epoše vylosuje novou hodnotu. 0 znamená vypnuto.</translation>
    </message>
    <message>
        <source>Turned by up to so many degrees, to the left or to the right.</source>
        <translation>Rotace nejvýše o tolik stupňů, doleva nebo doprava.</translation>
    </message>
    <message>
        <source>Moved by up to so many pixels, sideways and up or down.</source>
        <translation>Posun nejvýše o tolik pixelů, do stran i nahoru a dolů.</translation>
    </message>
    <message>
        <source>Made larger or smaller by up to this fraction.</source>
        <translation>Zvětšení nebo zmenšení nejvýše o tento podíl.</translation>
    </message>
    <message>
        <source>Slanted: a row moves sideways by up to this fraction of its distance from the middle.</source>
        <translation>Zešikmení: řádek se posune do strany nejvýše o tento podíl své vzdálenosti od středu.</translation>
    </message>
    <message>
        <source>Blurred by a Gaussian of a width σ of up to so many pixels.</source>
        <translation>Rozostření Gaussovou funkcí o šířce σ nejvýše tolika pixelů.</translation>
    </message>
    <message>
        <source>Left and right are exchanged with this probability.</source>
        <translation>S touto pravděpodobností se obrázek zrcadlí zleva doprava.</translation>
    </message>
    <message>
        <source>Top and bottom are exchanged with this probability.</source>
        <translation>S touto pravděpodobností se obrázek zrcadlí shora dolů.</translation>
    </message>
    <message>
        <source>All pixels made brighter or darker by up to this fraction.</source>
        <translation>Všechny pixely se zesvětlí nebo ztmaví nejvýše o tento podíl.</translation>
    </message>
    <message>
        <source>Pixels moved away from or towards the image&apos;s mean by up to this fraction.</source>
        <translation>Pixely se od průměru obrázku vzdálí nebo se k němu přiblíží nejvýše o tento podíl.</translation>
    </message>
    <message>
        <source>Noise is added to each pixel, with a standard deviation σ of up to this share of full ink.</source>
        <translation>Ke každému pixelu se přičte šum; jeho směrodatná odchylka σ je nejvýše tento podíl plné černé.</translation>
    </message>
    <message>
        <source>Deformed as if drawn on rubber, by a strength α of up to so many pixels.</source>
        <translation>Deformace, jako by číslice byla nakreslená na gumě; síla α je nejvýše tolik pixelů.</translation>
    </message>
    <message>
        <source>How smooth the elastic deformation is: small σ crumples, large σ bends.</source>
        <translation>Jak hladká je elastická deformace: malé σ mačká, velké σ ohýbá.</translation>
    </message>
    <message>
        <source>Training images only: {0}</source>
        <translation>Jen trénovací obrázky: {0}</translation>
    </message>
</context>
<context>
    <name>AugmentationText</name>
    <message>
        <source>rotation</source>
        <translation>rotace</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>posun</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>přiblížení</translation>
    </message>
    <message>
        <source>shear</source>
        <translation>zešikmení</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>rozostření</translation>
    </message>
    <message>
        <source>mirror ↔</source>
        <translation>zrcadlení ↔</translation>
    </message>
    <message>
        <source>mirror ↕</source>
        <translation>zrcadlení ↕</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>jas</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>kontrast</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>šum</translation>
    </message>
    <message>
        <source>elastic</source>
        <translation>deformace</translation>
    </message>
    <message>
        <source>smoothness</source>
        <translation>hladkost</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
</context>
<context>
    <name>BiasSentences</name>
    <message>
        <source>Should biases be penalized, too?</source>
        <translation>Mají se penalizovat i biasy?</translation>
    </message>
    <message>
        <source>Also penalizing biases has helped here: {0} points (one seed each).</source>
        <translation>Penalizace biasů tu pomohla: {0} p. b. (vždy jeden seed).</translation>
    </message>
    <message>
        <source>Also penalizing biases has hurt here: {0} points (one seed each).</source>
        <translation>Penalizace biasů tu uškodila: {0} p. b. (vždy jeden seed).</translation>
    </message>
    <message>
        <source>Also penalizing biases makes no clear difference: {0} points.</source>
        <translation>Penalizovat i biasy nic podstatného nezmění: {0} p. b.</translation>
    </message>
    <message>
        <source>From epoch {0} to {1}, also penalizing the biases changes the validation accuracy by {2} to {3} points. Epochs in which it is higher: {4}; lower: {5}. The best epochs have {6} with and {7} without.</source>
        <translation>Penalizace biasů změní od {0}. do {1}. epochy validační přesnost o {2} až {3} p. b. Vyšší je v tolika epochách: {4}, nižší: {5}. Nejlepší epocha má s ní {6}, bez ní {7}.</translation>
    </message>
    <message>
        <source>There are {0} biases. Without the penalty on them, mean |b| is {1} in hidden and {2} in output neurons, with it {3} and {4}.</source>
        <translation>Biasů je {0}. Bez penalizace mají průměrné |b| {1} ve skrytých a {2} ve výstupních neuronech, s ní {3} a {4}.</translation>
    </message>
    <message>
        <source>There are {0} biases. Without the penalty on them, mean |b| is {2}, with it {4}.</source>
        <translation>Biasů je {0}. Bez penalizace mají průměrné |b| {2}, s ní {4}.</translation>
    </message>
</context>
<context>
    <name>BiasesView</name>
    <message>
        <source>Train both</source>
        <translation>Natrénovat oba</translation>
    </message>
    <message>
        <source>Train {0} with L2 (λ {2}) on {1} images for 400 epochs, with and without the penalty on biases, if such runs are not among those that are shown</source>
        <translation>Natrénovat síť {0} s L2 (λ {2}) na {1} obrázcích po 400 epoch, s penalizací biasů i bez ní, pokud takové běhy nejsou mezi zobrazenými</translation>
    </message>
    <message>
        <source>Difference in points: biases too − weights only</source>
        <translation>Rozdíl v p. b.: i biasy − jen váhy</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>Validation, weights only</source>
        <translation>Validace, jen váhy</translation>
    </message>
    <message>
        <source>Validation, biases too</source>
        <translation>Validace, i biasy</translation>
    </message>
    <message>
        <source>Difference, points</source>
        <translation>Rozdíl (p. b.)</translation>
    </message>
    <message>
        <source>Weights only</source>
        <translation>Jen váhy</translation>
    </message>
    <message>
        <source>Biases too</source>
        <translation>I biasy</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Rozdíl</translation>
    </message>
    <message>
        <source>Mean |b|, weights only</source>
        <translation>Průměr |b|, jen váhy</translation>
    </message>
    <message>
        <source>Mean |b|, biases too</source>
        <translation>Průměr |b|, i biasy</translation>
    </message>
    <message>
        <source>The difference, over the epochs.</source>
        <translation>Rozdíl v průběhu epoch.</translation>
    </message>
    <message>
        <source>The two networks are being trained …</source>
        <translation>Obě sítě se trénují …</translation>
    </message>
    <message>
        <source>Here you will see two runs that differ only in this: whether the penalty acts on the biases, too. Press S to train both.</source>
        <translation>Tady uvidíte dva běhy, které se liší jen tím, zda se penalizují i biasy. Oba natrénuje klávesa S.</translation>
    </message>
</context>
<context>
    <name>BlackScreen</name>
    <message>
        <source>Black screen: any key or click lifts it</source>
        <translation>Černá obrazovka: zruší ji libovolná klávesa nebo kliknutí</translation>
    </message>
</context>
<context>
    <name>ChoiceView</name>
    <message>
        <source>Takes the last hand back</source>
        <translation>Vezme zpět poslední hlas</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>Accuracy of each class</source>
        <translation>Přesnost v jednotlivých třídách</translation>
    </message>
    <message>
        <source>The share of each class that is recognized: filled and in numbers if augmented, outlined if original.</source>
        <translation>Jaký podíl každé třídy síť rozpozná: augmentované číslice plným sloupcem a číslem, originály obrysem.</translation>
    </message>
    <message>
        <source>augmented, in %</source>
        <translation>augmentované, v %</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>originály</translation>
    </message>
</context>
<context>
    <name>ClusterEntry</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Address of a cluster</source>
        <translation>Adresa clusteru</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>tento počítač</translation>
    </message>
    <message>
        <source>The address of a dask scheduler, such as tcp://192.168.0.5:8786 (or tls://… with the certificates of dask&apos;s settings), whose workers train for searches; empty for this computer. Whoever answers there can run any program on this computer with your rights. It needs the extra nnreg-gui[cluster].</source>
        <translation>Adresa plánovače dask, například tcp://192.168.0.5:8786 (nebo tls://… s certifikáty z nastavení dasku), jehož workery trénují při hledání; prázdná znamená tento počítač. Kdo na ní odpoví, může na tomto počítači spustit jakýkoli program s vašimi právy. Je k tomu potřeba rozšíření nnreg-gui[cluster].</translation>
    </message>
</context>
<context>
    <name>ClusterQuestion</name>
    <message>
        <source>Whoever answers at this address can run any program on this computer with your rights: use only a cluster that you trust, in a network that you trust.</source>
        <translation>Kdo na této adrese odpoví, může na tomto počítači spustit jakýkoli program s vašimi právy: použijte jen cluster, kterému důvěřujete, v síti, které důvěřujete.</translation>
    </message>
    <message>
        <source>Use the cluster</source>
        <translation>Použít cluster</translation>
    </message>
    <message>
        <source>Train on the cluster at this address until the program ends</source>
        <translation>Až do konce programu trénovat na clusteru na této adrese</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Tento počítač</translation>
    </message>
    <message>
        <source>Do not connect; train on this computer</source>
        <translation>Nepřipojovat se, trénovat na tomto počítači</translation>
    </message>
</context>
<context>
    <name>CoefficientBars</name>
    <message>
        <source>Coefficients of powers of (x − 5) / 5</source>
        <translation>Koeficienty u mocnin (x − 5) / 5</translation>
    </message>
    <message>
        <source>The coefficients of the polynomial, filled above zero and hatched below. The axis is squeezed: it goes by powers of ten.</source>
        <translation>Koeficienty polynomu, nad nulou plné, pod nulou šrafované. Osa je stlačená: jde po mocninách deseti.</translation>
    </message>
</context>
<context>
    <name>ComparedRuns</name>
    <message>
        <source>Runs {0} and {1} differ in more than one thing: {2} against {3}.</source>
        <translation>Běhy {0} a {1} se liší ve více než jedné věci: {2}, resp. {3}.</translation>
    </message>
    <message>
        <source>Only runs on {0} are compared: those on {1} learn other digits.</source>
        <translation>Porovnávají se jen běhy na datasetu {0}: ty na {1} se učí jiné obrázky.</translation>
    </message>
    <message>
        <source>{0} images, {1}, {2} epochs: {3}; those that are missing, listed as runs</source>
        <translation>{0} obrázků, {1}, {2} epoch: {3}; natrénují se chybějící a přibudou mezi běhy</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Natrénovat</translation>
    </message>
    <message>
        <source>Train to compare</source>
        <translation>Natrénovat k porovnání</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>What the digits are, and what the network reads them as</source>
        <translation>Skutečné číslice a jak je síť čte</translation>
    </message>
    <message>
        <source>is</source>
        <translation>je</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Every validation digit is turned by an angle of its own in this range, in degrees. 0 is upright.</source>
        <translation>Každá validační číslice se otočí o vlastní úhel z tohoto rozsahu, ve stupních. 0 znamená bez otočení.</translation>
    </message>
    <message>
        <source>Range of random turns in degrees</source>
        <translation>Rozsah náhodné rotace ve stupních</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Počty</translation>
    </message>
    <message>
        <source>How many digits</source>
        <translation>Kolik číslic</translation>
    </message>
    <message>
        <source>The share of all digits of the row</source>
        <translation>Podíl ze všech číslic v řádku</translation>
    </message>
    <message>
        <source>What stands in the cells</source>
        <translation>Co stojí v polích</translation>
    </message>
    <message>
        <source>Click a cell to see its digits as the network saw them.</source>
        <translation>Klepněte na pole a uvidíte jeho číslice tak, jak je viděla síť.</translation>
    </message>
    <message>
        <source>How many sixes are read as nines</source>
        <translation>Kolik šestek síť čte jako devítky</translation>
    </message>
    <message>
        <source>How many nines are read as sixes</source>
        <translation>Kolik devítek síť čte jako šestky</translation>
    </message>
    <message>
        <source>How many of “{0}” are read as “{1}”</source>
        <translation>Kolik obrázků třídy „{0}“ síť čte jako „{1}“</translation>
    </message>
    <message>
        <source>{0} read as {1}</source>
        <translation>{0} jako {1}</translation>
    </message>
    <message>
        <source>upright, it is read as</source>
        <translation>neotočené: skutečná ↓ × síť čte →</translation>
    </message>
    <message>
        <source>turned by up to ±{0}°, it is read as</source>
        <translation>otočené až o ±{0}°: skutečná ↓ × síť čte →</translation>
    </message>
    <message>
        <source>Rows: what it is. Columns: what it is read as. Point at a cell to read it.</source>
        <translation>Řádky: skutečná číslice. Sloupce: jak ji síť čte. Ukažte na pole a přečtete si ho.</translation>
    </message>
    <message>
        <source>Of the {0} digits that are a {1}, {2} are read as {4} ({3}).</source>
        <translation>Číslice {1}: z {0} jich síť čte jako {4} celkem {2} ({3}).</translation>
    </message>
    <message>
        <source>Digits {0} that are read as {1}: {2} of {3} shown</source>
        <translation>Číslice {0} přečtené jako {1}: zobrazeno {2} z {3}</translation>
    </message>
    <message>
        <source>Digits {0} that are recognized: {1} of {2} shown</source>
        <translation>Správně rozpoznané číslice {0}: zobrazeno {1} z {2}</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>Rozpoznáno</translation>
    </message>
    <message>
        <source>Random turns: ±</source>
        <translation>Náhodná rotace: ±</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Správně</translation>
    </message>
    <message>
        <source>Share of the validation digits that are recognized</source>
        <translation>Podíl správně rozpoznaných validačních číslic</translation>
    </message>
    <message>
        <source>The validation digits are being measured …</source>
        <translation>Měří se validační číslice …</translation>
    </message>
    <message>
        <source>Of the {0} digits that are a {1}, {2} are recognized ({3}).</source>
        <translation>Číslice {1}: z {0} jich síť správně přečte {2} ({3}).</translation>
    </message>
    <message>
        <source>Click a cell to see its digits here.</source>
        <translation>Klepněte na pole a jeho číslice uvidíte zde.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Žádná taková není.</translation>
    </message>
</context>
<context>
    <name>CostCut</name>
    <message>
        <source>Validation cost C₀ (fainter: training)</source>
        <translation>Validační C₀ (světleji: trénovací)</translation>
    </message>
    <message>
        <source>The cost without a penalty, of the validation images and, fainter, of the training images. Bars: the spread of the seeds.</source>
        <translation>Účelová funkce bez penalizace na validačních a světleji na trénovacích obrázcích. Svislé čáry: rozptyl seedů.</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>Cost C₀</source>
        <translation>Funkce C₀</translation>
    </message>
    <message>
        <source>What the network is trained to make small, apart from a penalty. Takes effect with a new run.</source>
        <translation>Co se má síť naučit zmenšit (bez penalizace). Projeví se v novém běhu.</translation>
    </message>
</context>
<context>
    <name>CostPlot</name>
    <message>
        <source>Cost C₀</source>
        <translation>Účelová funkce C₀</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trénovací</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validační</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>penalizace</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Training accuracy</source>
        <translation>Trénovací přesnost</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validační přesnost</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>Trénovací účelová funkce</translation>
    </message>
    <message>
        <source>Validation cost</source>
        <translation>Validační účelová funkce</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Draw the curve here with the mouse</source>
        <translation>Sem nakreslete křivku myší</translation>
    </message>
    <message>
        <source>Drag to draw, and over what is drawn to correct it. ← and → move a pen, ↑ and ↓ lift and lower it.</source>
        <translation>Kreslete tažením myši; tažením přes nakreslené křivku opravíte. ← a → posouvají pero, ↑ a ↓ ho zvedají a spouštějí.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Wipes the curve off</source>
        <translation>Smaže nakreslenou křivku</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>On average {0} off.</source>
        <translation>V průměru vedle o {0}.</translation>
    </message>
    <message>
        <source>Draw on, as far as the axis goes.</source>
        <translation>Kreslete dál, až na konec osy.</translation>
    </message>
</context>
<context>
    <name>CutCurves</name>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>parameters = {0} n</source>
        <translation>parametrů = {0} n</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} parametrů</translation>
    </message>
</context>
<context>
    <name>CutPlot</name>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>Data cost C₀ per image</source>
        <translation>Účelová funkce C₀</translation>
    </message>
    <message>
        <source>Cost C₀</source>
        <translation>C₀</translation>
    </message>
    <message>
        <source>Straight line between the networks</source>
        <translation>Přímka mezi sítěmi</translation>
    </message>
    <message>
        <source>Distance, in lengths of each layer</source>
        <translation>Vzdálenost, v délkách každé vrstvy</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trénink</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validace</translation>
    </message>
</context>
<context>
    <name>CutSentences</name>
    <message>
        <source>Is there a hill between two networks?</source>
        <translation>Leží mezi dvěma sítěmi kopec?</translation>
    </message>
    <message>
        <source>A hill lies between run {0} and run {1}: training cost up to {2}.</source>
        <translation>Mezi během {0} a během {1} leží kopec: trénovací C₀ až {2}.</translation>
    </message>
    <message>
        <source>No hill on the line from run {0} to run {1}: training cost at most {2}.</source>
        <translation>Mezi během {0} a během {1} není na přímce kopec: trénovací C₀ nejvýš {2}.</translation>
    </message>
    <message>
        <source>Which network lies in a flatter place?</source>
        <translation>Která síť leží na plošším místě?</translation>
    </message>
    <message>
        <source>Both networks lie about equally steep: {2} away the training cost rises by {0} and {1}.</source>
        <translation>Obě sítě leží zhruba stejně strmě: ve vzdálenosti {2} je trénovací C₀ vyšší o {0} a o {1}.</translation>
    </message>
    <message>
        <source>Run {0} ({1}) lies flatter than run {2}: {5} away the training cost rises by {3}, not by {4}.</source>
        <translation>Běh {0} ({1}) leží na plošším místě než běh {2}: ve vzdálenosti {5} je trénovací C₀ vyšší o {3}, ne o {4}.</translation>
    </message>
    <message>
        <source>From run {0} (0 %) to run {1} (100 %): validation cost {2} → {3}, lowest at {4}; validation accuracy {5} → {6}, highest at {7}.</source>
        <translation>Od běhu {0} (0 %) k běhu {1} (100 %): validační účelová funkce {2} → {3}, nejnižší v {4}; validační přesnost {5} → {6}, nejvyšší v {7}.</translation>
    </message>
    <message>
        <source>Mean of {0} random directions, each as long in every layer as its weights, and as its biases: {1} away, what is added is {1} as long as they are.</source>
        <translation>Průměr {0} náhodných směrů; každý je v každé vrstvě tak dlouhý jako její váhy a jako její biasy: ve vzdálenosti {1} se přičítá {1} jejich délky.</translation>
    </message>
    <message>
        <source>Run {0}: validation accuracy {1} → {2}.</source>
        <translation>Běh {0}: validační přesnost {1} → {2}.</translation>
    </message>
    <message>
        <source>A cut through {0} dimensions: what lies beside such a line is not seen.</source>
        <translation>Řez prostorem o {0} rozměrech: co leží vedle takové přímky, vidět není.</translation>
    </message>
    <message>
        <source>Cuts through {0} and {1} dimensions: what lies beside such a line is not seen.</source>
        <translation>Řezy prostory o {0} a {1} rozměrech: co leží vedle takové přímky, vidět není.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} differ in cost, training images or wrong labels: their costs cannot be compared.</source>
        <translation>Běhy {0} a {1} se liší účelovou funkcí, trénovacími obrázky nebo chybnými štítky: jejich C₀ nelze srovnávat.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} have networks of different shapes: no line leads between them.</source>
        <translation>Běhy {0} a {1} mají sítě různých tvarů: nevede mezi nimi žádná přímka.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} differ in activation, cost, training images or wrong labels: they share no cost to draw.</source>
        <translation>Běhy {0} a {1} se liší aktivací, účelovou funkcí, trénovacími obrázky nebo chybnými štítky: nemají společnou funkci k nakreslení.</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Images n</source>
        <translation>Obrázky n</translation>
    </message>
    <message>
        <source>First n</source>
        <translation>Prvních n</translation>
    </message>
    <message>
        <source>The first n images of the training set, in every run</source>
        <translation>Prvních n obrázků trénovací množiny, v každém běhu týchž</translation>
    </message>
    <message>
        <source>By the seed</source>
        <translation>Podle seedu</translation>
    </message>
    <message>
        <source>n images that the seed draws, other ones for each seed</source>
        <translation>n obrázků, které vylosuje seed, s každým seedem jiné</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Které</translation>
    </message>
    <message>
        <source>Which n images are learned. Drawn by the seed, repeats with several seeds also show what the choice of the images does. Takes effect with a new run.</source>
        <translation>Na kterých n obrázcích se síť učí. Losuje-li je seed, ukáže opakování s několika seedy i to, co udělá výběr obrázků. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>The share of training images whose label is replaced by that of another class, drawn at random. A network that learns them by heart has learnt noise. Validation and test labels stay true. Takes effect with a new run.</source>
        <translation>Podíl trénovacích obrázků, jejichž štítek nahradí štítek jiné, náhodně vylosované třídy. Síť, která se je naučí nazpaměť, se naučila šum. Validační a testovací štítky zůstávají pravdivé. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Chybné štítky</translation>
    </message>
    <message>
        <source>{0} (not open)</source>
        <translation>{0} (neotevřeno)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Otevřít…</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Whose images are learned. “Open…” reads others from a file: IDX, .npz or CSV. Starts a new run.</source>
        <translation>Na čích obrázcích se síť učí. „Otevřít…“ načte jiné ze souboru: IDX, .npz nebo CSV. Začne nový běh.</translation>
    </message>
    <message>
        <source>How many of the {0} training images are learned. The fewer there are, the more easily a network learns them by heart. Takes effect with a new run.</source>
        <translation>Na kolika z {0} trénovacích obrázků se síť učí. Čím je jich méně, tím snáz se je naučí nazpaměť. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>{0} of the {1} training labels lie, and nobody tells the network which. The others are true.</source>
        <translation>Z {1} trénovacích štítků jich lže {0} a síti nikdo neřekne, které. Ostatní jsou pravdivé.</translation>
    </message>
</context>
<context>
    <name>DataSetCommands</name>
    <message>
        <source>Open data set</source>
        <translation>Otevřít data</translation>
    </message>
    <message>
        <source>Images with labels: IDX, .npz, CSV (*)</source>
        <translation>Obrázky se štítky: IDX, .npz, CSV (*)</translation>
    </message>
    <message>
        <source>Open data set: a folder</source>
        <translation>Otevřít data: složka</translation>
    </message>
    <message>
        <source>Data set: {0}. Start trains on it.</source>
        <translation>Data: {0}. Start na nich spustí trénink.</translation>
    </message>
</context>
<context>
    <name>DataSetPreview</name>
    <message>
        <source>Data set: {0}</source>
        <translation>Data: {0}</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Použít</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Train on these images from now on (Return)</source>
        <translation>Od teď trénovat na těchto obrázcích (Enter)</translation>
    </message>
    <message>
        <source>Leave all as it was (Esc)</source>
        <translation>Nechat vše, jak bylo (Esc)</translation>
    </message>
    <message>
        <source>{0} × {1} pixels, {2} classes: {3} images to train, {4} to validate, {5} to test.</source>
        <translation>{0} × {1} pixelů, tříd: {2}. Obrázků: {3} trénovacích, {4} validačních, {5} testovacích.</translation>
    </message>
    <message>
        <source>These are the digits that come with the program.</source>
        <translation>Jsou to číslice, které jsou v programu.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Třída</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrázky</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trénovací</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validační</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testovací</translation>
    </message>
</context>
<context>
    <name>DegreeErrors</name>
    <message>
        <source>Error</source>
        <translation>Chyba</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Stupeň</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trénovací</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>odložené</translation>
    </message>
    <message>
        <source>The root of the mean squared error, in units of y, on the points that are fitted and on 100 others of the same line. The axis goes by powers of ten; errors below 0.03 lie at its end.</source>
        <translation>Odmocnina střední kvadratické chyby v jednotkách y na prokládaných bodech a na 100 jiných bodech téže přímky. Osa je logaritmická; chyby pod 0,03 leží na jejím konci.</translation>
    </message>
</context>
<context>
    <name>DigitChooser</name>
    <message>
        <source>Go to the validation digit before this one</source>
        <translation>Přejít na předchozí validační číslici</translation>
    </message>
    <message>
        <source>Go to the validation digit after this one</source>
        <translation>Přejít na následující validační číslici</translation>
    </message>
    <message>
        <source>Next {0}</source>
        <translation>Další {0}</translation>
    </message>
    <message>
        <source>Go to the next {0} of the validation digits</source>
        <translation>Přejít na další {0} z validačních číslic</translation>
    </message>
    <message>
        <source>Go to a validation digit chosen at random</source>
        <translation>Přejít na náhodnou validační číslici</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Náhodná</translation>
    </message>
    <message>
        <source>only recognized</source>
        <translation>jen rozpoznané</translation>
    </message>
    <message>
        <source>Pass over digits that the network does not recognize upright</source>
        <translation>Přeskakovat číslice, které síť nepřečte správně ani neotočené</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Kreslit</translation>
    </message>
    <message>
        <source>Draw a digit of your own with the mouse</source>
        <translation>Nakreslit vlastní číslici myší</translation>
    </message>
</context>
<context>
    <name>DigitSheet</name>
    <message>
        <source>All digits</source>
        <translation>Všechny číslice</translation>
    </message>
    <message>
        <source>{0} digits</source>
        <translation>{0} číslic</translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation>Které číslice se ukazují</translation>
    </message>
    <message>
        <source>Which digits of the validation set are shown</source>
        <translation>Které číslice z validační množiny se ukazují</translation>
    </message>
    <message>
        <source>How many digits are shown</source>
        <translation>Kolik číslic se ukazuje</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>Losovat znovu</translation>
    </message>
    <message>
        <source>Let every digit draw other values from the same ranges, as in the next epoch</source>
        <translation>Každá číslice si ze stejných rozsahů vylosuje jiné hodnoty, jako v další epoše</translation>
    </message>
    <message>
        <source>Digits, each beside what augmentation makes of it</source>
        <translation>Číslice, každá vedle toho, co z ní udělá augmentace</translation>
    </message>
    <message>
        <source>Left the original, right the augmented one. Click a digit to see it below.</source>
        <translation>Vlevo originál, vpravo augmentovaná. Klepněte na číslici a uvidíte ji dole.</translation>
    </message>
    <message>
        <source>Original | augmented</source>
        <translation>Originál | augmentovaná</translation>
    </message>
    <message>
        <source>Augmentation is off: both are the same.</source>
        <translation>Augmentace je vypnutá: obě jsou stejné.</translation>
    </message>
    <message>
        <source>Drawn at random: {0}</source>
        <translation>Náhodně se losuje: {0}</translation>
    </message>
    <message>
        <source>The validation digits come in a moment: each original beside its augmented version.</source>
        <translation>Za okamžik se tu objeví validační číslice: vedle každého originálu augmentovaná podoba.</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>without penalty</source>
        <translation>bez penalizace</translation>
    </message>
    <message>
        <source>as many as images</source>
        <translation>stejně jako obrázků</translation>
    </message>
    <message>
        <source>Press S: networks with 10 to 10,000 hidden neurons, and what each makes of new digits of MNIST.</source>
        <translation>Stiskněte S: sítě s 10 až 10&#xa0;000 skrytými neurony a kolik nových číslic z MNIST která pozná.</translation>
    </message>
    <message>
        <source>Data cost (validation)</source>
        <translation>Účelová funkce (validační)</translation>
    </message>
    <message>
        <source>Hidden neurons h</source>
        <translation>Skryté neurony h</translation>
    </message>
    <message>
        <source>The mean squared error on validation images. The axis goes by powers of ten.</source>
        <translation>Střední kvadratická chyba na validačních obrázcích. Osa jde po mocninách deseti.</translation>
    </message>
    <message>
        <source>Measure random layers of {0} to {1} neurons on {2} images of MNIST, with {3} seeds</source>
        <translation>Změřit náhodné vrstvy s {0} až {1} neurony na {2} obrázcích z MNIST; počet seedů: {3}</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Změřit</translation>
    </message>
</context>
<context>
    <name>Disturbance</name>
    <message>
        <source>{0} off</source>
        <translation>Vypnuto {0}</translation>
    </message>
</context>
<context>
    <name>DisturbedDigitView</name>
    <message>
        <source>Digit {0}, correct: {1}</source>
        <translation>Číslice {0}, správně: {1}</translation>
    </message>
    <message>
        <source>{0} {1}: reads {2} ✓</source>
        <translation>{0} {1}: čte {2} ✓</translation>
    </message>
    <message>
        <source>{0} {1}: reads {2} ✗</source>
        <translation>{0} {1}: čte {2} ✗</translation>
    </message>
    <message>
        <source>output changed by {0}</source>
        <translation>výstup se změnil o {0}</translation>
    </message>
    <message>
        <source>The outputs of a second trained run will stand here.</source>
        <translation>Tady budou výstupy druhé natrénované sítě.</translation>
    </message>
    <message>
        <source>Here you will see what two networks answer. Press S.</source>
        <translation>Tady uvidíte, co odpovídají dvě sítě. Stiskněte S.</translation>
    </message>
    <message>
        <source>The digit as the networks see it</source>
        <translation>Číslice, jak ji vidí sítě</translation>
    </message>
    <message>
        <source>The digits are coming …</source>
        <translation>Číslice se načítají …</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>Další číslice</translation>
    </message>
    <message>
        <source>Go to the next validation digit</source>
        <translation>Přejít na další validační číslici</translation>
    </message>
    <message>
        <source>Outputs of a network</source>
        <translation>Výstupy sítě</translation>
    </message>
    <message>
        <source>The outputs of a network for this digit; the largest is framed. The change of the output is its distance from that for the undisturbed digit: ‖a′ − a‖.</source>
        <translation>Výstupy sítě pro tuto číslici; největší je orámovaný. Změna výstupu je jeho vzdálenost od výstupu pro nenarušenou číslici: ‖a′ − a‖.</translation>
    </message>
    <message>
        <source>Other neurons</source>
        <translation>Jiné neurony</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>Jiný šum</translation>
    </message>
    <message>
        <source>Switch off other hidden neurons</source>
        <translation>Vypnout jiné skryté neurony</translation>
    </message>
    <message>
        <source>Draw other noise, just as strong</source>
        <translation>Vylosovat jiný, stejně silný šum</translation>
    </message>
    <message>
        <source>Noise: standard deviation σ of what is added to each 0…1 pixel</source>
        <translation>Šum: směrodatná odchylka σ toho, co se přičítá k pixelům z rozsahu 0…1</translation>
    </message>
    <message>
        <source>Rotation in degrees, counter-clockwise</source>
        <translation>Rotace ve stupních proti směru hodinových ručiček</translation>
    </message>
    <message>
        <source>Share of each hidden layer&apos;s neurons that is switched off, in percent</source>
        <translation>Kolik procent neuronů každé skryté vrstvy je vypnuto</translation>
    </message>
</context>
<context>
    <name>DropoutPage</name>
    <message>
        <source>The network of run {0} has no hidden neurons to switch off: choose another run.</source>
        <translation>Síť běhu {0} nemá skryté neurony, které by šlo vypnout: vyberte jiný běh.</translation>
    </message>
    <message>
        <source>Run {0}: {1}</source>
        <translation>Běh {0}: {1}</translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation>Jeden minibatch</translation>
    </message>
    <message>
        <source>Many networks</source>
        <translation>Mnoho sítí</translation>
    </message>
    <message>
        <source>Robust?</source>
        <translation>Robustní?</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Minibatch</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>Mnoho</translation>
    </message>
    <message>
        <source>How a mini-batch goes through a network with dropout</source>
        <translation>Jak minibatch prochází sítí s dropoutem</translation>
    </message>
    <message>
        <source>What many thinned networks take one digit for</source>
        <translation>Jak jednu číslici čte mnoho ztenčených sítí</translation>
    </message>
    <message>
        <source>Accuracy when hidden neurons are switched off, and how these are correlated</source>
        <translation>Přesnost po vypnutí skrytých neuronů a korelace neuronů</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>Natrénovat oba</translation>
    </message>
    <message>
        <source>Train without and with dropout</source>
        <translation>Natrénovat bez dropoutu a s ním</translation>
    </message>
    <message>
        <source>{0} images, {1}, {2} epochs, without dropout and with p = {3}; listed as runs</source>
        <translation>{0} obrázků, {1}, {2} epoch, bez dropoutu a s p = {3}; přibudou mezi běhy</translation>
    </message>
</context>
<context>
    <name>DropoutSentences</name>
    <message>
        <source>How many networks does dropout train?</source>
        <translation>Kolik sítí dropout vlastně trénuje?</translation>
    </message>
    <message>
        <source>So far, every image goes through the same network.</source>
        <translation>Zatím jdou všechny obrázky toutéž sítí.</translation>
    </message>
    <message>
        <source>Each image goes through another network: so far {0} of {1}.</source>
        <translation>Každý obrázek jde jinou sítí: zatím {0} z {1} možných.</translation>
    </message>
    <message>
        <source>Images go through different networks: so far {0} of {1}.</source>
        <translation>Obrázky jdou různými sítěmi: zatím {0} z {1} možných.</translation>
    </message>
    <message>
        <source>What do many thinned networks know together?</source>
        <translation>Co společně poznají ztenčené sítě?</translation>
    </message>
    <message>
        <source>One thinned network recognizes {0}, {2} of them together {1}.</source>
        <translation>Jedna ztenčená síť pozná {0} číslic, {2} dohromady {1}.</translation>
    </message>
    <message>
        <source>One thinned network is better, {0}, than {2} of them together: {1}.</source>
        <translation>Jedna ztenčená síť pozná víc, {0}, než {2} dohromady: {1}.</translation>
    </message>
    <message>
        <source>Together, {2} thinned networks are no better ({1}) than one ({0}).</source>
        <translation>Dohromady není {2} ztenčených sítí lepších ({1}) než jedna ({0}).</translation>
    </message>
    <message>
        <source>Does dropout make a network more robust?</source>
        <translation>Je síť s dropoutem odolnější?</translation>
    </message>
    <message>
        <source>More robust with dropout: losing {0} of neurons costs {1} points, not {2}.</source>
        <translation>S dropoutem odolnější: výpadek {0} neuronů stojí {1} p. b., ne {2}.</translation>
    </message>
    <message>
        <source>Less robust with dropout: losing {0} of neurons costs {1} points, not {2}.</source>
        <translation>S dropoutem méně odolná: výpadek {0} neuronů stojí {1} p. b., ne {2}.</translation>
    </message>
    <message>
        <source>Not clearly more robust with dropout: losing {0} of neurons costs {1} points, without {2}.</source>
        <translation>S dropoutem sotva odolnější: výpadek {0} neuronů stojí {1} p. b., bez něj {2}.</translation>
    </message>
</context>
<context>
    <name>ElephantSentences</name>
    <message>
        <source>{0} of {1} numbers are changed: is it still an elephant?</source>
        <translation>Změněno {0} z {1} čísel: je to ještě slon?</translation>
    </message>
    <message>
        <source>How many parameters does it take to draw an elephant?</source>
        <translation>Kolik parametrů stačí na nakreslení slona?</translation>
    </message>
    <message>
        <source>“With four parameters I can fit an elephant, and with five I can make him wiggle his trunk.”</source>
        <translation>„Se čtyřmi parametry dokážu popsat slona a s pátým ho přiměju kývat chobotem.“</translation>
    </message>
    <message>
        <source>The sentence is John von Neumann&apos;s, as Enrico Fermi quoted him to Freeman Dyson.</source>
        <translation>Výrok Johna von Neumanna, jak ho Enrico Fermi citoval Freemanu Dysonovi.</translation>
    </message>
    <message>
        <source>The lecture&apos;s network has {0}.</source>
        <translation>Síť z přednášky jich má {0}.</translation>
    </message>
    <message>
        <source>It is {0} wide and {1} high.</source>
        <translation>Šířka {0}, výška {1}.</translation>
    </message>
    <message>
        <source>One complex parameter, 2 real numbers: a line, drawn there and back.</source>
        <translation>Jeden komplexní parametr, 2 reálná čísla: úsečka, tam a zpátky.</translation>
    </message>
    <message>
        <source>Two complex parameters, 4 real numbers: a figure eight.</source>
        <translation>Dva komplexní parametry, 4 reálná čísla: osmička.</translation>
    </message>
    <message>
        <source>Three complex parameters, 6 real numbers: the eight is bent, no elephant yet.</source>
        <translation>Tři komplexní parametry, 6 reálných čísel: osmička se ohnula, slon to ještě není.</translation>
    </message>
    <message>
        <source>Four complex parameters, 8 real numbers: an elephant.</source>
        <translation>Čtyři komplexní parametry, 8 reálných čísel: slon.</translation>
    </message>
    <message>
        <source>The fifth complex parameter adds the eye and the wiggle: 10 real numbers.</source>
        <translation>Pátý komplexní parametr přidá oko a kývání: 10 reálných čísel.</translation>
    </message>
    <message>
        <source>{0} real numbers in use, {1} of them not the paper&apos;s.</source>
        <translation>Použitých reálných čísel: {0}, z toho jiných než v článku: {1}.</translation>
    </message>
    <message>
        <source>How the trunk moves is our choice, as the paper does not say it: its tip swings by ± the real part of p₅, in degrees.</source>
        <translation>Jak se chobot hýbe, článek neříká; zvolili jsme to sami: špička se vychýlí o ± reálnou část p₅ ve stupních.</translation>
    </message>
    <message>
        <source>The lecture&apos;s network, {0}, has {1} real numbers: enough for {2} such elephants. That a model fits its data well does not make it a good model: it may just have too many degrees of freedom.</source>
        <translation>Síť z přednášky, {0}, má {1} reálných čísel: dost na {2} takových slonů. To, že model dobře fituje data, neznamená, že je to dobrý model: možná má jen příliš mnoho stupňů volnosti.</translation>
    </message>
    <message>
        <source>the paper&apos;s elephant</source>
        <translation>slon z článku</translation>
    </message>
    <message>
        <source>with one parameter less</source>
        <translation>bez posledního parametru</translation>
    </message>
    <message>
        <source>how far the trunk swings</source>
        <translation>kam až se chobot vychýlí</translation>
    </message>
</context>
<context>
    <name>ElephantView</name>
    <message>
        <source>Add one by one</source>
        <translation>Přidávat postupně</translation>
    </message>
    <message>
        <source>Begin with nothing and add one parameter after the other; at last wiggle the trunk</source>
        <translation>Začít od ničeho a přidávat parametr za parametrem; nakonec zakývat chobotem</translation>
    </message>
    <message>
        <source>Wiggle the trunk</source>
        <translation>Zakývat chobotem</translation>
    </message>
    <message>
        <source>Swing the trunk up and down, by the fifth parameter</source>
        <translation>Kývat chobotem nahoru a dolů, podle pátého parametru</translation>
    </message>
    <message>
        <source>The paper&apos;s values</source>
        <translation>Hodnoty z článku</translation>
    </message>
    <message>
        <source>Go back to the paper&apos;s values, with all five parameters in use</source>
        <translation>Vrátit hodnoty z článku a použít všech pět parametrů</translation>
    </message>
    <message>
        <source>The elephant</source>
        <translation>Slon</translation>
    </message>
    <message>
        <source>The curve x(t), y(t) for t from 0 to 2π, drawn as (y, −x), as in the paper by Mayer, Khairy and Howard (2010). Dashed: with one parameter less, or the paper&apos;s. Dotted: how far the trunk swings.</source>
        <translation>Křivka x(t), y(t) pro t od 0 do 2π, kreslená jako (y, −x), podle článku Mayera, Khairyho a Howarda (2010). Čárkovaně: bez posledního parametru, nebo slon z článku. Tečkovaně: kam až se chobot vychýlí.</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Přidat parametr</translation>
    </message>
    <message>
        <source>Start with one</source>
        <translation>Začít s jedním</translation>
    </message>
    <message>
        <source>Draw what the first parameter alone does</source>
        <translation>Nakreslit, co udělá samotný první parametr</translation>
    </message>
    <message>
        <source>Add the next parameter, and see what it changes</source>
        <translation>Přidat další parametr a podívat se, co změní</translation>
    </message>
</context>
<context>
    <name>EnsembleChoices</name>
    <message>
        <source>Networks of the chosen experiment that differ only in the seed, with regularization and not</source>
        <translation>Sítě zvoleného experimentu, které se liší jen seedem, s regularizací i bez ní</translation>
    </message>
    <message>
        <source>All runs that are checked in the list answer together, whatever their hidden layers</source>
        <translation>Společně odpovídají všechny běhy zaškrtnuté v seznamu, i s různými skrytými vrstvami</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Chosen runs</source>
        <translation>Vybrané běhy</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Whose networks</source>
        <translation>Čí sítě</translation>
    </message>
    <message>
        <source>At most {0} images and {1} epochs, with the same λ/n; on MNIST, L2 gains still more in 400 epochs</source>
        <translation>Nejvýš {0} obrázků a {1} epoch, se stejným λ/n; na MNIST získá L2 za 400 epoch ještě víc</translation>
    </message>
    <message>
        <source>Images and epochs of the chosen experiment</source>
        <translation>Obrázky a epochy zvoleného experimentu</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rychle</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Celé</translation>
    </message>
    <message>
        <source>How long they are trained</source>
        <translation>Jak dlouho se trénují</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Sítě</translation>
    </message>
    <message>
        <source>Number of networks</source>
        <translation>Počet sítí</translation>
    </message>
    <message>
        <source>So many are trained without regularization, and as many with, from the experiment&apos;s seed on</source>
        <translation>Tolik sítí se natrénuje bez regularizace a stejně tolik s ní; seedy začínají seedem experimentu</translation>
    </message>
</context>
<context>
    <name>EnsembleCurves</name>
    <message>
        <source>Networks that answer together</source>
        <translation>Kolik sítí odpovídá společně</translation>
    </message>
    <message>
        <source>average</source>
        <translation>průměr</translation>
    </message>
    <message>
        <source>majority vote</source>
        <translation>hlasování většiny</translation>
    </message>
    <message>
        <source>Means over groups of so many networks. Average: the digit with the highest output on average. Majority vote: the digit that most networks name; between equally many votes, the higher average decides.</source>
        <translation>Průměry přes všechny takto velké skupiny sítí. Průměr: číslice s nejvyšším průměrným výstupem. Hlasování: číslice, pro kterou je nejvíc sítí; při rovnosti hlasů rozhodne vyšší průměr.</translation>
    </message>
    <message>
        <source>Networks: {0}</source>
        <translation>Sítí: {0}</translation>
    </message>
</context>
<context>
    <name>EnsembleGroups</name>
    <message>
        <source>chosen runs</source>
        <translation>vybrané běhy</translation>
    </message>
    <message>
        <source>no regularization</source>
        <translation>bez regularizace</translation>
    </message>
</context>
<context>
    <name>EnsemblePage</name>
    <message>
        <source>Add to runs</source>
        <translation>Přidat mezi běhy</translation>
    </message>
    <message>
        <source>Put these networks into the list of runs: one entry without regularization, one with</source>
        <translation>Přidat tyto sítě do seznamu běhů: jedna položka bez regularizace, jedna s ní</translation>
    </message>
    <message>
        <source>Dropout as an ensemble</source>
        <translation>Dropout jako ensemble</translation>
    </message>
    <message>
        <source>See how dropout trains many thinned networks at once</source>
        <translation>Podívat se, jak dropout trénuje mnoho ztenčených sítí najednou</translation>
    </message>
    <message>
        <source>Here you will see the digits on which networks disagree and their average is right.</source>
        <translation>Tady uvidíte číslice, na kterých se sítě neshodnou, ale jejich průměr má pravdu.</translation>
    </message>
    <message>
        <source>Train {0} networks</source>
        <translation>Natrénovat sítě: {0}</translation>
    </message>
    <message>
        <source>All are trained</source>
        <translation>Vše natrénováno</translation>
    </message>
    <message>
        <source>Train the networks that are missing, several at a time; those that are known are not trained again</source>
        <translation>Natrénovat chybějící sítě, několik najednou; hotové se znovu netrénují</translation>
    </message>
    <message>
        <source>The networks are being measured …</source>
        <translation>Sítě se měří …</translation>
    </message>
    <message>
        <source>The runs that are checked in the list will answer together here: train some by Space.</source>
        <translation>Tady budou společně odpovídat běhy zaškrtnuté v seznamu: několik jich natrénujte mezerníkem.</translation>
    </message>
    <message>
        <source>The first networks are being trained …</source>
        <translation>Trénují se první sítě …</translation>
    </message>
    <message>
        <source>Here you will see how many validation images several networks recognize together, by the average of their outputs and by a vote, with regularization and without. Press S to train them.</source>
        <translation>Tady uvidíte, kolik validačních obrázků rozpozná několik sítí společně, průměrem výstupů a hlasováním, s regularizací i bez ní. Natrénujete je klávesou S.</translation>
    </message>
    <message>
        <source>A single network is no ensemble: check further runs in the list.</source>
        <translation>Jediná síť ještě není ensemble: zaškrtněte v seznamu další běhy.</translation>
    </message>
    <message>
        <source>At most the first {0} networks of the list are used.</source>
        <translation>Použije se nejvýš {0} prvních sítí ze seznamu.</translation>
    </message>
    <message>
        <source>The experiment has changed since.</source>
        <translation>Experiment se mezitím změnil.</translation>
    </message>
</context>
<context>
    <name>EnsembleSentences</name>
    <message>
        <source>{1} together: {2} points ({0})</source>
        <translation>{1} společně: {2} p. b. ({0})</translation>
    </message>
    <message>
        <source>Without regularization, a single network recognizes {0} on average ({1} to {2}); {3} together: {4} ({5} points), by vote {6}.</source>
        <translation>Bez regularizace rozpozná jedna síť průměrně {0} ({1} až {2}); {3} společně {4} ({5} p. b.), hlasováním {6}.</translation>
    </message>
    <message>
        <source>With {7}: {0} ({1} to {2}); {3} together: {4} ({5} points), by vote {6}.</source>
        <translation>S {7}: jedna {0} ({1} až {2}); {3} společně {4} ({5} p. b.), hlasováním {6}.</translation>
    </message>
    <message>
        <source>Of the chosen runs, a single network recognizes {0} on average ({1} to {2}); {3} together: {4} ({5} points), by vote {6}.</source>
        <translation>Z vybraných běhů rozpozná jedna síť průměrně {0} ({1} až {2}); {3} společně {4} ({5} p. b.), hlasováním {6}.</translation>
    </message>
    <message>
        <source>Do several networks know more than one?</source>
        <translation>Pozná několik sítí dohromady víc než jedna?</translation>
    </message>
    <message>
        <source>{0} networks without regularization together beat one with {1} by {2} points.</source>
        <translation>Ensemble {0} sítí bez regularizace předčí jednu s {1} o {2} p. b.</translation>
    </message>
    <message>
        <source>One network with {1} beats {0} without regularization together by {2} points.</source>
        <translation>Jedna síť s {1} předčí ensemble {0} sítí bez regularizace o {2} p. b.</translation>
    </message>
    <message>
        <source>{0} networks without regularization together are about as good as one with {1}.</source>
        <translation>Ensemble {0} sítí bez regularizace je zhruba jako jedna s {1}.</translation>
    </message>
    <message>
        <source>{0} networks together recognize {1}, one alone {2}.</source>
        <translation>Ensemble {0} sítí pozná {1}, jedna sama {2}.</translation>
    </message>
    <message>
        <source>{0} networks together recognize less, {1}, than one alone: {2}.</source>
        <translation>Ensemble {0} sítí pozná méně ({1}) než jedna sama ({2}).</translation>
    </message>
    <message>
        <source>{0} networks together, {1}, are not clearly better than one: {2}.</source>
        <translation>Ensemble {0} sítí není zřetelně lepší ({1}) než jedna ({2}).</translation>
    </message>
    <message>
        <source>They disagree on {0} of {1} digits: there the average is right on {2}, a single network on {3}.</source>
        <translation>Na {0} z {1} číslic se neshodnou: průměr z nich určí správně {2}, jedna síť {3}.</translation>
    </message>
    <message>
        <source>Of the test images: {0} alone, {1} together.</source>
        <translation>Z testovacích obrázků: jedna sama {0}, společně {1}.</translation>
    </message>
    <message>
        <source>{0} {1} → {2} ({3})</source>
        <translation>{0} {1} → {2} ({3})</translation>
    </message>
    <message>
        <source>Wrong labels repeated, alone → together (by vote): {0}.</source>
        <translation>Opakované chybné štítky, jedna síť → společně (hlasováním): {0}.</translation>
    </message>
    <message>
        <source>All were told the same lies.</source>
        <translation>Všem sítím lhaly tytéž štítky.</translation>
    </message>
    <message>
        <source>They were told different lies.</source>
        <translation>Každé síti lhaly jiné štítky.</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0} epoch</translation>
    </message>
    <message>
        <source>seeds {0} to {1}</source>
        <translation>seedy {0} až {1}</translation>
    </message>
    <message>
        <source>{0}; measured on the validation images, with the network that each run ends with.</source>
        <translation>{0}; měřeno na validačních obrázcích se sítí z konce každého běhu.</translation>
    </message>
    <message>
        <source>{0} networks without regularization and {0} with {1}: {2}, {3} epochs each.</source>
        <translation>Trénink {0} sítí bez regularizace a {0} s {1}: {2}, každá {3} epoch.</translation>
    </message>
</context>
<context>
    <name>EpochPlot</name>
    <message>
        <source>Epoch {0}</source>
        <translation>Epocha {0}</translation>
    </message>
</context>
<context>
    <name>EpochSlider</name>
    <message>
        <source>Look back at an earlier epoch of this run: histograms, weights and predictions follow (Shift+Left, Shift+Right).</source>
        <translation>Vrátit se k dřívější epoše tohoto běhu: histogramy, váhy i předpovědi se přizpůsobí (Shift+šipka vlevo, Shift+šipka vpravo).</translation>
    </message>
    <message>
        <source>Epoch that is looked at</source>
        <translation>Zobrazená epocha</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Nejnovější</translation>
    </message>
    <message>
        <source>Show the network that is in use again ({0})</source>
        <translation>Ukázat zase používanou síť ({0})</translation>
    </message>
    <message>
        <source>Viewing epoch {0}</source>
        <translation>Zobrazena {0}. epocha</translation>
    </message>
</context>
<context>
    <name>ExerciseQuestion</name>
    <message>
        <source>Turn them far enough: can “{0}” and “{1}” be mistaken for each other?</source>
        <translation>Když je dost otočíte, může si síť splést „{0}“ a „{1}“?</translation>
    </message>
    <message>
        <source>What can go wrong with large rotations on MNIST?</source>
        <translation>K jakému problému může dojít při velkých rotacích na MNIST datasetu?</translation>
    </message>
    <message>
        <source>Large rotations: what can go wrong?</source>
        <translation>Velké rotace: co se může pokazit?</translation>
    </message>
    <message>
        <source>A 6 can turn into a 9, and a 9 into a 6.</source>
        <translation>6 se může změnit v 9 a naopak.</translation>
    </message>
    <message>
        <source>Hide the answer</source>
        <translation>Skrýt odpověď</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpověď</translation>
    </message>
    <message>
        <source>Shows or hides the answer to the question</source>
        <translation>Ukáže nebo skryje odpověď na otázku</translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Regularization</source>
        <translation>Regularizace</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentace dat</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Účelová funkce</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trénink</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Předčasné ukončení</translation>
    </message>
    <message>
        <source>Click, or press F12, to see the formulas large</source>
        <translation>Klepnutí nebo F12 ukáže vzorce velké</translation>
    </message>
</context>
<context>
    <name>ExperimentText</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoida</translation>
    </message>
    <message>
        <source>large weights</source>
        <translation>velké váhy</translation>
    </message>
    <message>
        <source>scaled weights</source>
        <translation>škálované váhy</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>cross entropie</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>softmax, log-likelihood</source>
        <translation>softmax, logaritmus věrohodnosti</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} obrázků</translation>
    </message>
    <message>
        <source>drawn by the seed</source>
        <translation>vylosované seedem</translation>
    </message>
    <message>
        <source>{0} wrong labels</source>
        <translation>{0} chybných štítků</translation>
    </message>
    <message>
        <source>halved after {0} epochs without improvement</source>
        <translation>se půlí po {0} epochách bez zlepšení</translation>
    </message>
    <message>
        <source>× {0} per epoch</source>
        <translation>× {0} za epochu</translation>
    </message>
    <message>
        <source>biases too</source>
        <translation>i biasy</translation>
    </message>
    <message>
        <source>dropout {0}</source>
        <translation>dropout {0}</translation>
    </message>
    <message>
        <source>no regularization</source>
        <translation>bez regularizace</translation>
    </message>
    <message>
        <source>L1 share {0}</source>
        <translation>podíl L1 {0}</translation>
    </message>
    <message>
        <source>no augmentation</source>
        <translation>bez augmentace</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>epoch: {0}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>seed {0}</translation>
    </message>
    <message>
        <source>{0} of each layer pruned</source>
        <translation>z každé vrstvy prořezáno {0}</translation>
    </message>
    <message>
        <source>{0} pruned</source>
        <translation>prořezáno {0}</translation>
    </message>
    <message>
        <source>{0} epochs of fine-tuning</source>
        <translation>{0} epoch dotrénování</translation>
    </message>
    <message>
        <source>biases free</source>
        <translation>biasy bez penalizace</translation>
    </message>
    <message>
        <source>constant η</source>
        <translation>stálé η</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures of the runs</source>
        <translation>Čísla běhů</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Běh</translation>
    </message>
    <message>
        <source>Accuracy on undisturbed validation images</source>
        <translation>Přesnost na nenarušených validačních obrázcích</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Nenarušené</translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation>Narušené</translation>
    </message>
    <message>
        <source>Accuracy where the cursor stands</source>
        <translation>Přesnost tam, kde stojí kurzor</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Zachováno</translation>
    </message>
    <message>
        <source>Share of the clean accuracy that is retained there</source>
        <translation>Jaký podíl přesnosti na nenarušených obrázcích se tam zachová</translation>
    </message>
    <message>
        <source>How steep the network is: root of the sum of the squared slopes of all outputs by all pixels, mean over images; a star marks the smallest</source>
        <translation>Jak strmá síť je: odmocnina ze součtu čtverců derivací všech výstupů podle všech pixelů, průměr přes obrázky; hvězdička označuje nejmenší</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open experiment</source>
        <translation>Otevřít experiment</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Uložit experiment</translation>
    </message>
    <message>
        <source>A new window is opening.</source>
        <translation>Otevírá se nové okno.</translation>
    </message>
    <message>
        <source>No new window can be opened: please install nnreg-gui again.</source>
        <translation>Nové okno nelze otevřít: nainstalujte prosím nnreg-gui znovu.</translation>
    </message>
    <message>
        <source>The launcher was written to: {0}</source>
        <translation>Spouštěč byl zapsán: {0}</translation>
    </message>
    <message>
        <source>The launchers of this program were removed.</source>
        <translation>Spouštěče tohoto programu byly odstraněny.</translation>
    </message>
    <message>
        <source>The system information was copied: paste it into your report.</source>
        <translation>Údaje o systému jsou ve schránce: vložte je do hlášení chyby.</translation>
    </message>
    <message>
        <source>About nnreg-gui</source>
        <translation>O programu nnreg-gui</translation>
    </message>
    <message>
        <source>nnreg-gui {0}: how regularization of neural networks works. After chapter 3 of Michael Nielsen&apos;s “Neural Networks and Deep Learning”. Code: MIT licence. Digits: MNIST by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0.</source>
        <translation>nnreg-gui {0}: jak funguje regularizace neuronových sítí. Podle 3. kapitoly knihy Michaela Nielsena „Neural Networks and Deep Learning“. Kód: licence MIT. Číslice: MNIST, Y. LeCun, C. Cortes a C. J. C. Burges, CC BY-SA 3.0.</translation>
    </message>
    <message>
        <source>Experiment (*.{0} *.json)</source>
        <translation>Experiment (*.{0} *.json)</translation>
    </message>
</context>
<context>
    <name>FileJobs</name>
    <message>
        <source>Reading {0}… Close this message to give it up.</source>
        <translation>Čte se {0}… Zavřením této zprávy čtení vzdáte.</translation>
    </message>
    <message>
        <source>Reading {0}, {1} done… Close this message to give it up.</source>
        <translation>Čte se {0}, hotovo {1}… Zavřením této zprávy čtení vzdáte.</translation>
    </message>
    <message>
        <source>Saving {0}… Close this message to wait no longer.</source>
        <translation>Ukládá se {0}… Nechcete-li čekat, zavřete tuto zprávu.</translation>
    </message>
    <message>
        <source>Saving {0}: {1} MB, which take about {2} seconds… Close this message to wait no longer.</source>
        <translation>Ukládá se {0}: {1} MB, potrvá to asi {2} s… Nechcete-li čekat, zavřete tuto zprávu.</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Uloženo: {0}</translation>
    </message>
</context>
<context>
    <name>FindingLambdaPage</name>
    <message>
        <source>Path</source>
        <translation>Cesta</translation>
    </message>
    <message>
        <source>The book&apos;s path</source>
        <translation>Postup podle knihy</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrázky</translation>
    </message>
    <message>
        <source>Training-set size</source>
        <translation>Velikost trénovací množiny</translation>
    </message>
    <message>
        <source>Accuracy over λ, for each penalty.</source>
        <translation>Přesnost v závislosti na λ pro každou penalizaci.</translation>
    </message>
    <message>
        <source>Four steps: η without a penalty, λ = 1, powers of ten, the values between.</source>
        <translation>Čtyři kroky: η bez penalizace, λ = 1, mocniny deseti, hodnoty mezi nimi.</translation>
    </message>
    <message>
        <source>Accuracy over the number of training images, with regularization and not.</source>
        <translation>Přesnost v závislosti na počtu trénovacích obrázků, s regularizací a bez ní.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>FitPanel</name>
    <message>
        <source>The highest power of the polynomial: it has one parameter more</source>
        <translation>Nejvyšší mocnina polynomu: parametrů má o jeden víc</translation>
    </message>
    <message>
        <source>λ of the penalty (λ/2n) Σ w² on all coefficients but the constant</source>
        <translation>λ penalizace (λ/2n) Σ w² všech koeficientů kromě absolutního členu</translation>
    </message>
    <message>
        <source>Redraws this many points</source>
        <translation>Vylosuje tolik nových bodů</translation>
    </message>
    <message>
        <source>Standard deviation of the points around the hidden line; they are drawn anew</source>
        <translation>Směrodatná odchylka bodů kolem skryté přímky; body se vylosují znovu</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Stupeň</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Šum</translation>
    </message>
</context>
<context>
    <name>FitPlot</name>
    <message>
        <source>y over x</source>
        <translation>y nad x</translation>
    </message>
    <message>
        <source>hidden line</source>
        <translation>skrytá přímka</translation>
    </message>
    <message>
        <source>line fitted</source>
        <translation>proložená přímka</translation>
    </message>
    <message>
        <source>polynomial fitted</source>
        <translation>proložený polynom</translation>
    </message>
    <message>
        <source>A click on an empty place adds a point, a click on a point removes it; drag a point to move it. Hollow points are held out: nothing was fitted to them.</source>
        <translation>Klepnutím na volné místo bod přidáte, klepnutím na bod ho odeberete, tažením ho posunete. Prázdné body jsou odložené: nic se jimi neprokládalo.</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>přímka {0}</translation>
    </message>
    <message>
        <source>polynomial {0}</source>
        <translation>polynom {0}</translation>
    </message>
</context>
<context>
    <name>FitSentences</name>
    <message>
        <source>Polynomial of degree {0} ({1} parameters, {2} points): training error {3}, held-out error {4}. Straight line: {5} and {6}.</source>
        <translation>Polynom stupně {0} (parametrů: {1}, bodů: {2}): trénovací chyba {3}, na odložených bodech {4}. Přímka: {5} a {6}.</translation>
    </message>
    <message>
        <source>Which one is right: the line, or the polynomial?</source>
        <translation>Co je správně: přímka, nebo polynom?</translation>
    </message>
    <message>
        <source>On new points both are equally good: error {0}.</source>
        <translation>Na nových bodech jsou stejně dobré: chyba {0}.</translation>
    </message>
    <message>
        <source>On new points the line is better: error {0}, of the polynomial {1}.</source>
        <translation>Na nových bodech je lepší přímka: chyba {0}, u polynomu {1}.</translation>
    </message>
    <message>
        <source>On new points the polynomial is better: error {1}, of the line {0}.</source>
        <translation>Na nových bodech je lepší polynom: chyba {1}, u přímky {0}.</translation>
    </message>
    <message>
        <source>At x = {0} the line says {1}, the polynomial {2}.</source>
        <translation>Pro x = {0} předpovídá přímka {1}, polynom {2}.</translation>
    </message>
    <message>
        <source>The points alone do not say which model is the right one. We take the simpler one, as it is unlikely that it fits by chance: Occam’s razor.</source>
        <translation>Samy body neřeknou, který model je správný. Bereme ten jednodušší, protože je nepravděpodobné, že by vyhovoval jen náhodou: Occamova břitva.</translation>
    </message>
</context>
<context>
    <name>FittingPage</name>
    <message>
        <source>Elephant</source>
        <translation>Slon</translation>
    </message>
    <message>
        <source>What a few numbers can draw (1)</source>
        <translation>Co dokáže nakreslit několik čísel (1)</translation>
    </message>
    <message>
        <source>Line or polynomial?</source>
        <translation>Přímka, nebo polynom?</translation>
    </message>
    <message>
        <source>What many numbers make of noise (2)</source>
        <translation>Co mnoho čísel udělá ze šumu (2)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>FormulaOverlay</name>
    <message>
        <source>Cₓ is C₀ for a single input x; with m = n, its sums are −η ∂C₀/∂w and −η ∂C₀/∂b.</source>
        <translation>Cₓ je C₀ pro jeden vstup x; při m = n jsou jejich součty −η ∂C₀/∂w a −η ∂C₀/∂b.</translation>
    </message>
    <message>
        <source>sgn(0) = 0.</source>
        <translation>sgn(0) = 0.</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Vzorce</translation>
    </message>
    <message>
        <source>Esc, F12 or a click closes the formulas</source>
        <translation>Esc, F12 nebo klepnutí vzorce zavře</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Cost C₀</source>
        <translation>Účelová funkce C₀ (cost)</translation>
    </message>
    <message>
        <source>How far the outputs are from the right ones; training makes it small.</source>
        <translation>Jak daleko jsou výstupy od správných; učením se zmenšuje.</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>Váhy a biasy</translation>
    </message>
    <message>
        <source>The parameters of a network, which training changes step by step.</source>
        <translation>Parametry sítě, které učení krok za krokem mění.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>One pass through all training images.</source>
        <translation>Jeden průchod všemi trénovacími obrázky.</translation>
    </message>
    <message>
        <source>Mini-batch m</source>
        <translation>Minibatch m</translation>
    </message>
    <message>
        <source>The few images whose mean gradient decides one step.</source>
        <translation>Několik obrázků, jejichž průměrný gradient určí jeden krok.</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>Rychlost učení η</translation>
    </message>
    <message>
        <source>How far each step goes against the gradient.</source>
        <translation>Jak daleko jde každý krok proti gradientu.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The number from which initial weights and the order of the images are drawn.</source>
        <translation>Číslo, ze kterého se losují počáteční váhy a pořadí obrázků.</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Trénovací data</translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation>Validační data</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Testovací data</translation>
    </message>
    <message>
        <source>The images that a network learns from: n of the 50,000 in MNIST.</source>
        <translation>Obrázky, na kterých se síť učí: n z 50&#xa0;000, které má MNIST.</translation>
    </message>
    <message>
        <source>Images that are never learned, 10,000 in MNIST: they show whether the network generalizes.</source>
        <translation>Obrázky, které se síť nikdy neučí (v MNIST jich je 10&#xa0;000): ukážou, zda umí zobecnit.</translation>
    </message>
    <message>
        <source>Other images, 10,000 in MNIST, on which a run is measured once, at its end.</source>
        <translation>Další obrázky (v MNIST jich je 10&#xa0;000), na kterých se běh změří jednou, na konci.</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Přeučení (overfitting)</translation>
    </message>
    <message>
        <source>The network knows its training images well, but does not generalize to new ones.</source>
        <translation>Síť dobře funguje na trénovacích datech, ale nedokáže zobecnit na nová.</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Chybné štítky</translation>
    </message>
    <message>
        <source>A share of the training images gets the label of another digit: a network that repeats these lies has learnt the noise.</source>
        <translation>Část trénovacích obrázků dostane štítek jiné číslice: síť, která tyto lži opakuje, se naučila šum.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Předčasné ukončení (early stopping)</translation>
    </message>
    <message>
        <source>Training ends when the validation images no longer gain.</source>
        <translation>Učení skončí, když se výsledky na validačních datech přestanou zlepšovat.</translation>
    </message>
    <message>
        <source>Occam’s razor</source>
        <translation>Occamova břitva</translation>
    </message>
    <message>
        <source>Of two models that fit, take the simpler one.</source>
        <translation>Ze dvou modelů, které datům vyhovují, zvolte jednodušší.</translation>
    </message>
    <message>
        <source>Double descent</source>
        <translation>Dvojí sestup (double descent)</translation>
    </message>
    <message>
        <source>With more and more parameters the error falls, peaks where they can just fit everything, and falls again.</source>
        <translation>Přibývá-li parametrů, chyba klesá, vyletí tam, kde právě stačí na všechna data, a zase klesá.</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>Regularizace</translation>
    </message>
    <message>
        <source>Extra rules during training, so that the network generalizes better.</source>
        <translation>Extra pravidla během učení, díky kterým síť lépe generalizuje.</translation>
    </message>
    <message>
        <source>L2 (weight decay)</source>
        <translation>L2 (weight decay)</translation>
    </message>
    <message>
        <source>Adds (λ/2n) Σ w² to the cost: each step shrinks every weight in proportion to it.</source>
        <translation>Přidá k účelové funkci (λ/2n) Σ w²: každý krok zmenší váhu úměrně její velikosti.</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Adds (λ/n) Σ |w| to the cost: each step takes the same amount from every weight.</source>
        <translation>Přidá k účelové funkci (λ/n) Σ |w|: každý krok zmenší každou váhu o stejnou hodnotu.</translation>
    </message>
    <message>
        <source>Elastic net</source>
        <translation>Elastická síť</translation>
    </message>
    <message>
        <source>L1 and L2 at once; a share of λ goes to L1, the rest to L2.</source>
        <translation>L1 a L2 najednou; část λ připadá na L1, zbytek na L2.</translation>
    </message>
    <message>
        <source>Regularization parameter λ</source>
        <translation>Regularizační parametr λ</translation>
    </message>
    <message>
        <source>Small λ stresses the cost, large λ small weights.</source>
        <translation>Malé λ klade důraz na účelovou funkci, velké λ na malé váhy.</translation>
    </message>
    <message>
        <source>Dropout p</source>
        <translation>Dropout p</translation>
    </message>
    <message>
        <source>For every image, each hidden neuron is switched off with probability p.</source>
        <translation>Při každém obrázku se každý skrytý neuron s pravděpodobností p vypne.</translation>
    </message>
    <message>
        <source>Data augmentation</source>
        <translation>Augmentace dat (data augmentation)</translation>
    </message>
    <message>
        <source>Training images are turned, moved or blurred at random, so that there are more.</source>
        <translation>Umělé rozšíření trénovacích dat: obrázky se náhodně otáčejí, posouvají nebo rozostřují.</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Prořezávání (pruning)</translation>
    </message>
    <message>
        <source>The smallest weights of a trained network are set to 0.</source>
        <translation>Nejmenší váhy natrénované sítě se nastaví na 0.</translation>
    </message>
    <message>
        <source>Ensembling</source>
        <translation>Ensembling</translation>
    </message>
    <message>
        <source>Several networks answer together, by the average of their outputs.</source>
        <translation>Několik sítí odpovídá společně, průměrem svých výstupů.</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>Robustnost</translation>
    </message>
    <message>
        <source>A small change of the image changes the outputs little.</source>
        <translation>Malá změna obrázku změní výstupy jen málo.</translation>
    </message>
</context>
<context>
    <name>GridPicture</name>
    <message>
        <source>Networks with h hidden neurons, trained on n images</source>
        <translation>Sítě s h skrytými neurony, trénované na n obrázcích</translation>
    </message>
    <message>
        <source>Each cell is a network; a click, or the arrow keys, choose one</source>
        <translation>Každé políčko je jedna síť; vybere se kliknutím nebo šipkami</translation>
    </message>
    <message>
        <source>Here you will see validation and training accuracy over the number of hidden neurons.</source>
        <translation>Tady uvidíte, jak validační a trénovací přesnost závisí na počtu skrytých neuronů.</translation>
    </message>
    <message>
        <source>Images n</source>
        <translation>Obrázků n</translation>
    </message>
    <message>
        <source>Hidden neurons h</source>
        <translation>Skrytých neuronů h</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>nenatrénováno</translation>
    </message>
    <message>
        <source>1 parameter per image</source>
        <translation>1 parametr na obrázek</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>bez penalizace</translation>
    </message>
</context>
<context>
    <name>GuessPlot</name>
    <message>
        <source>guess</source>
        <translation>tip</translation>
    </message>
    <message>
        <source>result</source>
        <translation>výsledek</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>This page: {0}</source>
        <translation>Tato stránka: {0}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Stránky</translation>
    </message>
    <message>
        <source>Play what this page plays, or pause it</source>
        <translation>Přehrát, co stránka přehrává, nebo to pozastavit</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Nápověda</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Slovníček</translation>
    </message>
    <message>
        <source>A click on a word opens its page.</source>
        <translation>Klepnutím na pojem otevřete jeho stránku.</translation>
    </message>
</context>
<context>
    <name>HiddenCurves</name>
    <message>
        <source>Accuracy, n = {0}</source>
        <translation>Přesnost, n = {0}</translation>
    </message>
    <message>
        <source>Hidden neurons h</source>
        <translation>Skrytých neuronů h</translation>
    </message>
    <message>
        <source>Validation accuracy of each network&apos;s best epoch, and fainter the training accuracy of the same epoch. Right of the dotted line there are more parameters than training images.</source>
        <translation>Validační přesnost nejlepší epochy každé sítě a slaběji trénovací přesnost téže epochy. Vpravo od tečkované čáry je více parametrů než trénovacích obrázků.</translation>
    </message>
    <message>
        <source>1 parameter per image</source>
        <translation>1 parametr na obrázek</translation>
    </message>
</context>
<context>
    <name>KindStrip</name>
    <message>
        <source>All kinds, or one</source>
        <translation>Všechny druhy, nebo jeden</translation>
    </message>
    <message>
        <source>every kind</source>
        <translation>všechny druhy</translation>
    </message>
    <message>
        <source>Kind of augmentation</source>
        <translation>Druh augmentace</translation>
    </message>
    <message>
        <source>Which kind of augmentation is shown over its whole range</source>
        <translation>Který druh augmentace se v celém svém rozsahu ukazuje</translation>
    </message>
    <message>
        <source>One digit under one kind of augmentation, over its whole range</source>
        <translation>Jedna číslice při jednom druhu augmentace v celém jeho rozsahu</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>jak je</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>zrcadlená</translation>
    </message>
    <message>
        <source>Is it still the same digit?</source>
        <translation>Je to ještě táž číslice?</translation>
    </message>
    <message>
        <source>Positive angles turn to the left.</source>
        <translation>Kladné úhly otáčejí doleva.</translation>
    </message>
    <message>
        <source>Here to the right and down alike.</source>
        <translation>Zde stejně doprava i dolů.</translation>
    </message>
    <message>
        <source>How many times as large.</source>
        <translation>Kolikrát je číslice větší.</translation>
    </message>
    <message>
        <source>Rows move sideways, by this share of their distance from the middle.</source>
        <translation>Řádky se posunou do strany o tento podíl své vzdálenosti od středu.</translation>
    </message>
    <message>
        <source>A Gaussian of this width.</source>
        <translation>Gaussovo rozostření této šířky.</translation>
    </message>
    <message>
        <source>Left and right are exchanged.</source>
        <translation>Vymění se levá a pravá strana.</translation>
    </message>
    <message>
        <source>Top and bottom are exchanged.</source>
        <translation>Vymění se horní a dolní strana.</translation>
    </message>
    <message>
        <source>All pixels are multiplied.</source>
        <translation>Všechny pixely se vynásobí.</translation>
    </message>
    <message>
        <source>Pixels move away from the mean, or towards it.</source>
        <translation>Pixely se vzdalují od průměru, nebo se k němu blíží.</translation>
    </message>
    <message>
        <source>The same noise, ever stronger.</source>
        <translation>Stejný šum, stále silnější.</translation>
    </message>
    <message>
        <source>The same deformation, ever stronger; smoothness σ = 4 px.</source>
        <translation>Stejná deformace, stále silnější; hladkost σ = 4 px.</translation>
    </message>
</context>
<context>
    <name>LabelCheck</name>
    <message>
        <source>Is the label still right?</source>
        <translation>Poznáme ještě, co to je?</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>Kolik je změřeno</translation>
    </message>
    <message>
        <source>How much of the validation digits is measured</source>
        <translation>Kolik validačních číslic je změřeno</translation>
    </message>
    <message>
        <source>Here you will see what a trained network reads augmented digits as. It needs a trained network: press Space to train one.</source>
        <translation>Tady uvidíte, jak natrénovaná síť čte augmentované číslice. Nejdřív nějakou natrénujte: stiskněte mezerník.</translation>
    </message>
    <message>
        <source>The network reads the validation digits, originals and augmented.</source>
        <translation>Síť čte validační číslice, originály i augmentované.</translation>
    </message>
</context>
<context>
    <name>LabelSentences</name>
    <message>
        <source>Run {0} reads augmented digits {1} points worse than originals.</source>
        <translation>Augmentované číslice čte běh {0} o {1} p. b. hůř než originály.</translation>
    </message>
    <message>
        <source>Run {0} reads augmented digits {1} points better than originals.</source>
        <translation>Augmentované číslice čte běh {0} o {1} p. b. lépe než originály.</translation>
    </message>
    <message>
        <source>Run {0} reads augmented digits as well as originals.</source>
        <translation>Augmentované číslice čte běh {0} stejně dobře jako originály.</translation>
    </message>
    <message>
        <source>Is it still the same digit?</source>
        <translation>Je to ještě táž číslice?</translation>
    </message>
    <message>
        <source>Originals {0} → augmented {1}</source>
        <translation>Přesnost: originály {0} → augmentované {1}</translation>
    </message>
    <message>
        <source>{0} is read as {1}: {2} of {3} ({4}; before {5})</source>
        <translation>{0} čte jako {1}: {2} z {3} ({4}; u originálů {5})</translation>
    </message>
    <message>
        <source>No class loses more than {0} points.</source>
        <translation>Žádná třída neztratí víc než {0} p. b.</translation>
    </message>
    <message>
        <source>Suffer most, in points: {0}.</source>
        <translation>Nejvíc ztrácejí (p. b.): {0}.</translation>
    </message>
    <message>
        <source>Run {0} was last trained with: {1}.</source>
        <translation>Běh {0} byl naposledy trénován takto: {1}.</translation>
    </message>
    <message>
        <source>Run {0} was trained without augmentation.</source>
        <translation>Běh {0} byl trénován bez augmentace.</translation>
    </message>
    <message>
        <source>Run {0} was trained with {1}.</source>
        <translation>Běh {0} byl trénován s augmentací: {1}.</translation>
    </message>
</context>
<context>
    <name>LambdaChoices</name>
    <message>
        <source>Quick</source>
        <translation>Rychle</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Důkladně</translation>
    </message>
    <message>
        <source>How thorough</source>
        <translation>Jak důkladně</translation>
    </message>
    <message>
        <source>Images and epochs of the experiment; all penalties, 13 values of λ with 5 seeds each</source>
        <translation>Obrázky a epochy podle experimentu; všechny penalizace, 13 hodnot λ, každá s 5 seedy</translation>
    </message>
    <message>
        <source>At most {0} images, {1} epochs, whatever the experiment has; 9 values of λ with 2 seeds each</source>
        <translation>Nejvýš {0} obrázků, {1} epoch bez ohledu na experiment; 9 hodnot λ, každá se 2 seedy</translation>
    </message>
    <message>
        <source>Search λ for this penalty: {0}</source>
        <translation>Hledat λ pro tuto penalizaci: {0}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Search λ for every penalty, to compare them</source>
        <translation>Hledat λ pro každou penalizaci, pro srovnání</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Penalizace</translation>
    </message>
    <message>
        <source>λ only</source>
        <translation>Jen λ</translation>
    </message>
    <message>
        <source>Only λ and the seed differ</source>
        <translation>Mění se jen λ a seed</translation>
    </message>
    <message>
        <source>Every λ with dropout 0, 0.2 and 0.5</source>
        <translation>Každé λ s dropoutem 0; 0,2 a 0,5</translation>
    </message>
    <message>
        <source>Every λ with a third of the images, with all, and with three times as many</source>
        <translation>Každé λ s třetinou obrázků, se všemi a s trojnásobkem</translation>
    </message>
    <message>
        <source>Crossed with</source>
        <translation>Kombinovat s</translation>
    </message>
    <message>
        <source>values:</source>
        <translation>hodnot:</translation>
    </message>
    <message>
        <source>seeds:</source>
        <translation>seedů:</translation>
    </message>
    <message>
        <source>Smallest λ</source>
        <translation>Nejmenší λ</translation>
    </message>
    <message>
        <source>The smallest λ that is tried; no penalty is tried, too</source>
        <translation>Nejmenší zkoušené λ; zkouší se i trénink bez penalizace</translation>
    </message>
    <message>
        <source>Largest λ</source>
        <translation>Největší λ</translation>
    </message>
    <message>
        <source>The largest λ that is tried, as far as ηλ/n stays below 1</source>
        <translation>Největší zkoušené λ, pokud ηλ/n zůstane menší než 1</translation>
    </message>
    <message>
        <source>Values of λ</source>
        <translation>Počet hodnot λ</translation>
    </message>
    <message>
        <source>How many λ are tried, each the same multiple of the last</source>
        <translation>Kolik hodnot λ se zkouší; každá je stejným násobkem předchozí</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Počet seedů</translation>
    </message>
    <message>
        <source>With how many seeds each is trained, from the experiment&apos;s on</source>
        <translation>S kolika seedy se každá hodnota trénuje, počínaje seedem experimentu</translation>
    </message>
</context>
<context>
    <name>LambdaCurves</name>
    <message>
        <source>Validation accuracy (fainter: training)</source>
        <translation>Validační přesnost (světleji: trénovací)</translation>
    </message>
    <message>
        <source>Regularization parameter λ</source>
        <translation>Regularizační parametr λ</translation>
    </message>
</context>
<context>
    <name>LambdaView</name>
    <message>
        <source>Use this λ</source>
        <translation>Použít toto λ</translation>
    </message>
    <message>
        <source>Put the best penalty into the experiment; a click on a point puts that one there</source>
        <translation>Nastavit v experimentu nejlepší penalizaci; klepnutím na bod se nastaví ta jeho</translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation>běhů: {0}</translation>
    </message>
    <message>
        <source>The first runs are being trained …</source>
        <translation>Trénují se první běhy …</translation>
    </message>
    <message>
        <source>Here you will see how many validation images are recognized with each λ. On MNIST a small one changes little, and beyond the best one accuracy falls again. Press S to search.</source>
        <translation>Tady uvidíte, kolik validačních obrázků síť rozpozná při různých λ. Na MNIST malé λ změní málo a za nejlepším přesnost zase klesá. Hledání spustíte klávesou S.</translation>
    </message>
    <message>
        <source>Which λ is best?</source>
        <translation>Které λ je nejlepší?</translation>
    </message>
    <message>
        <source>For the chosen n = {0} and η = {1}, ηλ/n would not be below 1.</source>
        <translation>Pro zvolené n = {0} a η = {1} by ηλ/n nebylo menší než 1.</translation>
    </message>
    <message>
        <source>For the chosen n = {0}, the same λ/n is {1}.</source>
        <translation>Pro zvolené n = {0} odpovídá stejnému λ/n {1}.</translation>
    </message>
    <message>
        <source>Best so far: {0} with {1}.</source>
        <translation>Zatím nejlepší: {0} (přesnost {1}).</translation>
    </message>
    <message>
        <source>Best: {0} with {1}.</source>
        <translation>Nejlepší: {0} (přesnost {1}).</translation>
    </message>
    <message>
        <source>Best: {0} with {1}; without a penalty, {2}.</source>
        <translation>Nejlepší: {0} (přesnost {1}); bez penalizace {2}.</translation>
    </message>
    <message>
        <source>Best so far: {0} with {1}; without a penalty, {2}.</source>
        <translation>Zatím nejlepší: {0} (přesnost {1}); bez penalizace {2}.</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>obrázků: {0}</translation>
    </message>
</context>
<context>
    <name>LargestWeightPlot</name>
    <message>
        <source>Largest |w|, all layers</source>
        <translation>Největší |w|, všechny vrstvy</translation>
    </message>
</context>
<context>
    <name>LayerChoices</name>
    <message>
        <source>λ of the penalty on the output weights, for the second curve</source>
        <translation>λ penalizace výstupních vah pro druhou křivku</translation>
    </message>
    <message>
        <source>Show beside it what a penalty on the output weights does</source>
        <translation>Ukázat vedle, co udělá penalizace výstupních vah</translation>
    </message>
    <message>
        <source>{0} wrong</source>
        <translation>{0} chybných</translation>
    </message>
    <message>
        <source>{0} wrong labels</source>
        <translation>{0} chybných štítků</translation>
    </message>
    <message>
        <source>Show what becomes of the curves if this many training labels are wrong</source>
        <translation>Ukázat, co s křivkami udělá tolik chybných trénovacích štítků</translation>
    </message>
</context>
<context>
    <name>LayerCurves</name>
    <message>
        <source>Validation accuracy (fainter: training)</source>
        <translation>Validační přesnost (slaběji trénovací)</translation>
    </message>
    <message>
        <source>Validation accuracy, {0} wrong labels (fainter: training)</source>
        <translation>Validační přesnost, {0} chybných štítků (světleji: trénovací)</translation>
    </message>
    <message>
        <source>Hidden neurons h</source>
        <translation>Skryté neurony h</translation>
    </message>
    <message>
        <source>The hidden neurons have random weights and are not trained; the output weights are fitted by least squares. Bars: the spread of the seeds.</source>
        <translation>Skryté neurony mají náhodné váhy a netrénují se; výstupní váhy se spočítají metodou nejmenších čtverců. Svislé čáry: rozptyl seedů.</translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message>
        <source>Training</source>
        <translation>Trénink</translation>
    </message>
    <message>
        <source>Share of the training images that are recognized</source>
        <translation>Podíl správně rozpoznaných trénovacích obrázků</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validace</translation>
    </message>
    <message>
        <source>Share of the validation images that are recognized: they are never learned</source>
        <translation>Podíl správně rozpoznaných validačních obrázků: ty se síť nikdy neučí</translation>
    </message>
    <message>
        <source>Gap (points)</source>
        <translation>Rozdíl (p. b.)</translation>
    </message>
    <message>
        <source>Training accuracy minus validation accuracy, in points</source>
        <translation>Trénovací přesnost minus validační, v procentních bodech</translation>
    </message>
    <message>
        <source>Lies learnt by heart</source>
        <translation>Lži naučené nazpaměť</translation>
    </message>
    <message>
        <source>Share of the training images with a wrong label that the network calls by that label</source>
        <translation>Podíl trénovacích obrázků s chybným štítkem, o nichž síť říká, co tvrdí štítek</translation>
    </message>
    <message>
        <source>Right in spite</source>
        <translation>Navzdory štítku správně</translation>
    </message>
    <message>
        <source>Share of the training images with a wrong label that are recognized in spite of it</source>
        <translation>Podíl trénovacích obrázků s chybným štítkem, které síť přesto rozpozná správně</translation>
    </message>
    <message>
        <source>Largest |w|</source>
        <translation>Největší |w|</translation>
    </message>
    <message>
        <source>The largest weight of all layers, without its sign</source>
        <translation>Největší váha ze všech vrstev v absolutní hodnotě</translation>
    </message>
    <message>
        <source>|w| &lt; 0.01</source>
        <translation>|w| &lt; 0,01</translation>
    </message>
    <message>
        <source>Share of the weights of all layers that are nearly zero</source>
        <translation>Podíl vah všech vrstev, které jsou téměř nulové</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>Is this a good network?</source>
        <translation>Je to dobrá síť?</translation>
    </message>
    <message>
        <source>Run {0} does not learn: η is too large.</source>
        <translation>Běh {0} se neučí: η je příliš velké.</translation>
    </message>
    <message>
        <source>Here the cost C₀ of training and validation images will fall. Press Space to start.</source>
        <translation>Tady bude klesat účelová funkce na trénovacích a validačních datech. Spusťte mezerníkem.</translation>
    </message>
    <message>
        <source>Here the accuracies will rise, and the gap between them will show overfitting. Press Space to start.</source>
        <translation>Tady porostou přesnosti a mezera mezi nimi ukáže přeučení (overfitting). Spusťte mezerníkem.</translation>
    </message>
    <message>
        <source>Here you will see the weights spread or shrink.</source>
        <translation>Tady uvidíte, jak se váhy rozbíhají nebo zmenšují.</translation>
    </message>
</context>
<context>
    <name>LessonCommands</name>
    <message>
        <source>A lesson is in progress: Shift+Esc leaves it.</source>
        <translation>Probíhá jiná lekce: opustíte ji klávesami Shift+Esc.</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Všechny lekce</translation>
    </message>
    <message>
        <source>Lesson (*.nnreg-lesson *.toml)</source>
        <translation>Lekce (*.nnreg-lesson *.toml)</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>Otevřít lekci</translation>
    </message>
    <message>
        <source>No step of a lesson is done yet: F5 begins one.</source>
        <translation>Žádný krok lekce ještě neproběhl: lekci začnete klávesou F5.</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>zaznam-lekce</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webová stránka (*.html)</translation>
    </message>
    <message>
        <source>Save a handout</source>
        <translation>Uložit záznam lekce</translation>
    </message>
</context>
<context>
    <name>LessonRehearsal</name>
    <message>
        <source>Cancelled; the runs trained until then are kept.</source>
        <translation>Zrušeno; běhy natrénované do té doby zůstaly uložené.</translation>
    </message>
    <message>
        <source>All {0} claims hold</source>
        <translation>Platí všechna tvrzení, celkem {0}</translation>
    </message>
    <message>
        <source>{0} of {1} claims hold</source>
        <translation>Platí {0} z {1} tvrzení</translation>
    </message>
    <message>
        <source>Waits for {0}</source>
        <translation>Čeká na {0}</translation>
    </message>
    <message>
        <source>Measuring: {0} of {1}</source>
        <translation>Měření: {0} z {1}</translation>
    </message>
    <message>
        <source>Training: {0} of {1} runs</source>
        <translation>Trénování: {0} z {1} běhů</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>zbývá {0}</translation>
    </message>
</context>
<context>
    <name>LessonScene</name>
    <message>
        <source>No guess yet: Page Down once more skips the question</source>
        <translation>Zatím bez tipu: další Page Down otázku přeskočí</translation>
    </message>
    <message>
        <source>Page Down: we shall see</source>
        <translation>Page Down: uvidíme</translation>
    </message>
    <message>
        <source>Guess first; Esc skips</source>
        <translation>Nejdřív tipujte; Esc přeskočí</translation>
    </message>
    <message>
        <source>It still trains: Page Down once more leaves it</source>
        <translation>Ještě se trénuje: další Page Down to ukončí</translation>
    </message>
    <message>
        <source>Replaying …</source>
        <translation>Přehrává se záznam…</translation>
    </message>
    <message>
        <source>Training …</source>
        <translation>Trénuje se…</translation>
    </message>
    <message>
        <source>Again without a result: Page Down leaves this step out</source>
        <translation>Opět bez výsledku: Page Down tento krok přeskočí</translation>
    </message>
    <message>
        <source>The run was changed or stopped: Page Down trains it again</source>
        <translation>Běh někdo změnil nebo zastavil: Page Down ho natrénuje znovu</translation>
    </message>
    <message>
        <source>The end; Esc leaves the lesson</source>
        <translation>Konec; Esc lekci opustí</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Záznam</translation>
    </message>
</context>
<context>
    <name>LessonStrip</name>
    <message>
        <source>The step before</source>
        <translation>Předchozí krok</translation>
    </message>
    <message>
        <source>Record the guess, train, or go to the next step</source>
        <translation>Zapsat tip, trénovat nebo přejít k dalšímu kroku</translation>
    </message>
    <message>
        <source>Fold the strip to one line</source>
        <translation>Sbalit pruh na jeden řádek</translation>
    </message>
    <message>
        <source>Leave the lesson; Shift+F5 continues it</source>
        <translation>Opustit lekci; Shift+F5 v ní pokračuje</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Dál</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Sbalit</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Opustit lekci</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} z {1}</translation>
    </message>
</context>
<context>
    <name>Lies</name>
    <message>
        <source>Run {0}: {1} of the {2} wrong labels are learnt by heart, {3} are seen through.</source>
        <translation>Běh {0}: z {2} chybných štítků se síť {1} naučila nazpaměť, {3} prohlédla.</translation>
    </message>
    <message>
        <source>{0} of the training labels are wrong: this is the strongest sign that a network learns lies by heart, and nobody needs the true labels to see it.</source>
        <translation>{0} trénovacích štítků je chybných: tohle je nejsilnější příznak, že se síť učí lži nazpaměť, a nikdo k němu nepotřebuje znát pravdivé štítky.</translation>
    </message>
    <message>
        <source>Run {0} repeats {1} of the {2} lies, and sees through {3}.</source>
        <translation>Běh {0}: z {2} lží síť {1} opakuje a {3} prohlédla.</translation>
    </message>
    <message>
        <source>learnt by heart: {0}</source>
        <translation>naučené nazpaměť: {0}</translation>
    </message>
    <message>
        <source>seen through: {0}</source>
        <translation>prohlédnuté: {0}</translation>
    </message>
    <message>
        <source>neither: {0}</source>
        <translation>ani jedno: {0}</translation>
    </message>
    <message>
        <source>This is a {0}. The label says {1}, and so does the network: learnt by heart.</source>
        <translation>Tohle je {0}. Štítek tvrdí {1} a síť také: naučeno nazpaměť.</translation>
    </message>
    <message>
        <source>This is a {0}. The label says {1}, but the network says {2}: seen through.</source>
        <translation>Tohle je {0}. Štítek tvrdí {1}, ale síť říká {2}: prohlédnuto.</translation>
    </message>
    <message>
        <source>This is a {0}. The label says {1}, and the network says {2}.</source>
        <translation>Tohle je {0}. Štítek tvrdí {1} a síť říká {2}.</translation>
    </message>
    <message>
        <source>Does the network learn the noise?</source>
        <translation>Učí se síť šum?</translation>
    </message>
    <message>
        <source>Here you will see the digits whose labels lie, and whether the network has learnt the lies by heart. Choose “Wrong labels” in the group Data, and press Space.</source>
        <translation>Tady uvidíte číslice, jejichž štítky lžou, a zda se síť ty lži naučila nazpaměť. Ve skupině Data zvolte „Chybné štítky“ a stiskněte mezerník.</translation>
    </message>
    <message>
        <source>Below each digit, what its label says, and after the arrow what the network says; click one</source>
        <translation>Pod každou číslicí stojí, co tvrdí její štítek, a za šipkou, co říká síť; na číslici lze kliknout</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>run {0}</source>
        <translation>běh {0}</translation>
    </message>
    <message>
        <source>The accuracy along the same line.</source>
        <translation>Přesnost podél téže přímky.</translation>
    </message>
    <message>
        <source>Measuring along the line: {0}</source>
        <translation>Měří se podél přímky: {0}</translation>
    </message>
    <message>
        <source>Between two runs</source>
        <translation>Mezi dvěma běhy</translation>
    </message>
    <message>
        <source>Along the straight line from the network of one run to that of the other (G)</source>
        <translation>Po přímce od sítě jednoho běhu k síti druhého (G)</translation>
    </message>
    <message>
        <source>Around each run</source>
        <translation>Kolem každého běhu</translation>
    </message>
    <message>
        <source>Away from the network of each run, in random directions (G)</source>
        <translation>Pryč od sítě každého běhu, náhodnými směry (G)</translation>
    </message>
    <message>
        <source>Which line</source>
        <translation>Která přímka</translation>
    </message>
    <message>
        <source>Other directions</source>
        <translation>Jiné směry</translation>
    </message>
    <message>
        <source>Draw other random directions</source>
        <translation>Vylosovat jiné náhodné směry</translation>
    </message>
    <message>
        <source>Training solid, validation dashed; the dots are the networks themselves</source>
        <translation>Trénink plně, validace čárkovaně; body jsou samy sítě</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Penalty: {0}</source>
        <translation>Penalizace: {0}</translation>
    </message>
    <message>
        <source>nnreg-gui: regularization of neural networks</source>
        <translation>nnreg-gui: regularizace neuronových sítí</translation>
    </message>
</context>
<context>
    <name>ManyNetworksView</name>
    <message>
        <source>a {0}</source>
        <translation>číslice {0}</translation>
    </message>
    <message>
        <source>Votes of {2} thinned networks for this {0}, p = {1}: {3}. Their average says {4}, the full network {5}.</source>
        <translation>Jak obrázek „{0}“ čte {2} ztenčených sítí (p = {1}): {3}. Jejich průměr čte {4}, celá síť {5}.</translation>
    </message>
    <message>
        <source>All validation digits are being shown to {0} networks …</source>
        <translation>Všechny validační číslice se ukazují {0} sítím …</translation>
    </message>
    <message>
        <source>Of all {0} validation digits one thinned network recognizes {1} ± {2} %, the average of {3} of them {4}, the full network {5}.</source>
        <translation>Ze všech {0} validačních číslic pozná jedna ztenčená síť {1} ± {2} %, průměr {3} takových {4}, celá síť {5}.</translation>
    </message>
    <message>
        <source>Here {0} thinned networks will say what they take a digit for, beside their average and the full network, as soon as a run has a trained network. Press Space to start one, or S to train two.</source>
        <translation>Až bude mít nějaký běh natrénovanou síť, přečte tu číslici {0} ztenčených sítí vedle jejich průměru a celé sítě. Mezerník spustí jeden běh, S natrénuje dva.</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>Další číslice</translation>
    </message>
    <message>
        <source>Show the next validation digit</source>
        <translation>Ukázat další validační číslici</translation>
    </message>
    <message>
        <source>Other neurons</source>
        <translation>Jiné neurony</translation>
    </message>
    <message>
        <source>The outputs: of each thinned network, of their average, of the full network; framed: what it is</source>
        <translation>Výstupy: každé ztenčené sítě, jejich průměru a celé sítě; v rámečku je správná číslice</translation>
    </message>
    <message>
        <source>Draw {0} other thinned networks</source>
        <translation>Vylosovat {0} jiných ztenčených sítí</translation>
    </message>
    <message>
        <source>Dropout p</source>
        <translation>Dropout p</translation>
    </message>
    <message>
        <source>p: how probable it is for a hidden neuron to be off</source>
        <translation>p: s jakou pravděpodobností je skrytý neuron vypnutý</translation>
    </message>
    <message>
        <source>Outputs of thinned networks</source>
        <translation>Výstupy ztenčených sítí</translation>
    </message>
    <message>
        <source>The digit</source>
        <translation>Číslice</translation>
    </message>
    <message>
        <source>A validation digit</source>
        <translation>Validační číslice</translation>
    </message>
    <message>
        <source>thinned networks</source>
        <translation>ztenčené sítě</translation>
    </message>
    <message>
        <source>their average</source>
        <translation>jejich průměr</translation>
    </message>
    <message>
        <source>full network</source>
        <translation>celá síť</translation>
    </message>
</context>
<context>
    <name>MeasuringSentences</name>
    <message>
        <source>This could not be measured: {0}</source>
        <translation>Nepodařilo se to změřit: {0}</translation>
    </message>
    <message>
        <source>Measuring accuracies: {0}</source>
        <translation>Měří se přesnosti: {0}</translation>
    </message>
    <message>
        <source>Run {0} is measured when it is over.</source>
        <translation>Běh {0} se změří, až skončí.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Soubor</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Běh</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Zobrazení</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>S&amp;cénář</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lekce</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Nápověda</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Vzhled</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlý</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavý</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Vysoký kontrast</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Nástroje</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Zavřít tuto zprávu</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A fault in the program ({0}). You may go on; please report it.</source>
        <translation>Chyba v programu ({0}). Můžete pokračovat; dejte nám o ní prosím vědět.</translation>
    </message>
    <message>
        <source>The program crashed; your runs are restored.</source>
        <translation>Program minule spadl; vaše běhy jsou obnovené.</translation>
    </message>
    <message>
        <source>The program&apos;s settings could not be read: the usual ones are used instead.</source>
        <translation>Nastavení programu nešlo přečíst, platí výchozí.</translation>
    </message>
    <message>
        <source>Some settings could not be read ({0}): the usual ones are used instead.</source>
        <translation>Některá nastavení nešlo přečíst ({0}), platí výchozí.</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>vzhled</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>velikost textu</translation>
    </message>
    <message>
        <source>language</source>
        <translation>jazyk</translation>
    </message>
    <message>
        <source>place of the window</source>
        <translation>umístění okna</translation>
    </message>
    <message>
        <source>place in the lesson</source>
        <translation>místo v lekci</translation>
    </message>
    <message>
        <source>pace of kept runs</source>
        <translation>tempo záznamů</translation>
    </message>
    <message>
        <source>{0}: “{1}” is refused. It takes a whole number x with {2}; {3} stays.</source>
        <translation>{0}: „{1}“ sem nepatří. Musí to být celé číslo x, kde {2}; zůstává {3}.</translation>
    </message>
    <message>
        <source>{0}: “{1}” is refused. It takes a number x with {2}; {3} stays.</source>
        <translation>{0}: „{1}“ sem nepatří. Musí to být číslo x, kde {2}; zůstává {3}.</translation>
    </message>
    <message>
        <source>{0}: “{1}” is refused. It takes a number x with {2} (decimals: {4} at most); {3} stays.</source>
        <translation>{0}: „{1}“ sem nepatří. Musí to být číslo x, kde {2} (desetinných míst nejvýše {4}); zůstává {3}.</translation>
    </message>
</context>
<context>
    <name>MiniBatch</name>
    <message>
        <source>{0} of {1} hidden neurons are off, the others are multiplied by {2}. This thinned network reads the {3} as {4} ({5}).</source>
        <translation>Z {1} skrytých neuronů je {0} vypnuto, ostatní se násobí číslem {2}. Tato ztenčená síť čte {3} jako {4} ({5}).</translation>
    </message>
    <message>
        <source>{0} of {1} hidden neurons are off, the others are multiplied by {2}. This thinned network reads the {3}, which the label calls {6}, as {4} ({5}).</source>
        <translation>Z {1} skrytých neuronů je {0} vypnuto, ostatní se násobí číslem {2}. Tato ztenčená síť čte {3}, o níž štítek tvrdí {6}, jako {4} ({5}).</translation>
    </message>
    <message>
        <source>The error goes back to all {0} hidden neurons: none is off.</source>
        <translation>Chyba jde zpět ke všem {0} skrytým neuronům: žádný není vypnutý.</translation>
    </message>
    <message>
        <source>The error goes back to the {0} hidden neurons that are on. No weight from or to the {1} others is changed by this image.</source>
        <translation>Chyba jde zpět jen k zapnutým skrytým neuronům ({0}). Váhy od ostatních {1} a k nim tento obrázek nezmění.</translation>
    </message>
    <message>
        <source>The gradients of {0} thinned networks are added: one step of the one network. {1} of {2} hidden neurons were on at least once. Cost of these images, nothing off: {3} before, {4} after.</source>
        <translation>Gradienty {0} ztenčených sítí se sečtou: jeden krok jediné sítě. Aspoň jednou bylo zapnuto {1} z {2} skrytých neuronů. Účelová funkce na těchto obrázcích, nic vypnuto: {3} před krokem, {4} po něm.</translation>
    </message>
</context>
<context>
    <name>MiniBatchView</name>
    <message>
        <source>Mini-batch {0}, image {1} of {2}: forward</source>
        <translation>Minibatch {0}, obrázek {1} z {2}: dopředu</translation>
    </message>
    <message>
        <source>Mini-batch {0}, image {1} of {2}: backward</source>
        <translation>Minibatch {0}, obrázek {1} z {2}: zpět</translation>
    </message>
    <message>
        <source>Mini-batch {0}: the step, by all {2} images</source>
        <translation>Minibatch {0}: krok podle všech {2} obrázků</translation>
    </message>
    <message>
        <source>{0}; the label says {1}</source>
        <translation>{0}; štítek tvrdí {1}</translation>
    </message>
    <message>
        <source>The network that run {0} began with learns: η = {1}, no penalty, m = {2} training digits.</source>
        <translation>Učí se síť, se kterou začal běh {0}: η = {1}, bez penalizace, m = {2} trénovacích číslic.</translation>
    </message>
    <message>
        <source>A copy of the network of run {0} learns: η = {1}, no penalty, m = {2} training digits.</source>
        <translation>Učí se kopie sítě běhu {0}: η = {1}, bez penalizace, m = {2} trénovacích číslic.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Go on: forward, backward, the next image; at last the step</source>
        <translation>Dál: dopředu, zpět, další obrázek, nakonec krok</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>Minibatch</translation>
    </message>
    <message>
        <source>Go on to the step of this mini-batch, or of the next</source>
        <translation>Dál ke kroku tohoto minibatche, nebo dalšího</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Přehrát</translation>
    </message>
    <message>
        <source>Go on slowly by itself</source>
        <translation>Přehrávat pomalu samo</translation>
    </message>
    <message>
        <source>Other neurons</source>
        <translation>Jiné neurony</translation>
    </message>
    <message>
        <source>Switch off other neurons for this mini-batch</source>
        <translation>Pro tento minibatch vypnout jiné neurony</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Začít znovu</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>Před tréninkem</translation>
    </message>
    <message>
        <source>Begin with the network before its training</source>
        <translation>Začít se sítí, jaká byla před tréninkem</translation>
    </message>
    <message>
        <source>Go back to the first mini-batch and the first network</source>
        <translation>Zpět k prvnímu minibatchi a k první síti</translation>
    </message>
    <message>
        <source>An untrained network ({3}) learns: η = {1}, no penalty, m = {2} training digits.</source>
        <translation>Učí se nenatrénovaná síť ({3}): η = {1}, bez penalizace, m = {2} trénovacích číslic.</translation>
    </message>
    <message>
        <source>Dropout p</source>
        <translation>Dropout p</translation>
    </message>
    <message>
        <source>p: how probable it is for a hidden neuron to be off</source>
        <translation>p: s jakou pravděpodobností je skrytý neuron vypnutý</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>Discs: hidden neurons, the fuller the stronger (backward: the larger |δ|), crossed out when off. Lines from them: weight × activation, backward the change of the weight; solid +, dashed −.</source>
        <translation>Kolečka: skryté neurony, čím plnější, tím silnější (zpět: tím větší |δ|), vypnuté jsou přeškrtnuté. Čáry od nich: váha × aktivace, zpět změna váhy; plná +, čárkovaná −.</translation>
    </message>
    <message>
        <source>Thinned networks</source>
        <translation>Ztenčené sítě</translation>
    </message>
    <message>
        <source>The newest {0} thinned networks; full squares are neurons that were on</source>
        <translation>Posledních {0} ztenčených sítí; plné čtverečky jsou zapnuté neurony</translation>
    </message>
    <message>
        <source>Here a mini-batch will go through the network, each image with other neurons switched off.</source>
        <translation>Tady projde sítí minibatch, každý obrázek s jinými vypnutými neurony.</translation>
    </message>
    <message>
        <source>Every thinned network will be kept here.</source>
        <translation>Tady zůstane každá ztenčená síť.</translation>
    </message>
</context>
<context>
    <name>Misread</name>
    <message>
        <source>Run {0} misreads {1} of {2} new images.</source>
        <translation>Běh {0} si splete {1} z {2} nových obrázků.</translation>
    </message>
    <message>
        <source>Run {0} misreads {1} of {2} new images, and {3} of its own {4}.</source>
        <translation>Běh {0} si splete {1} z {2} nových obrázků a {3} z {4} vlastních.</translation>
    </message>
    <message>
        <source>What it is → what the network says, surest first. Output above {0}: {1}</source>
        <translation>Co to je → co říká síť, nejjistější napřed. Výstup nad {0}: {1}</translation>
    </message>
    <message>
        <source>This is a {0}. The network says {1}, with an output of {2}.</source>
        <translation>Tohle je {0}. Síť říká {1} s výstupem {2}.</translation>
    </message>
    <message>
        <source>Which new images does the network misread?</source>
        <translation>Které nové obrázky si síť plete?</translation>
    </message>
    <message>
        <source>Here you will see the validation images that the network misreads, while it trains, too. Press Space.</source>
        <translation>Tady uvidíte validační obrázky, které si síť plete, i během trénování. Stiskněte mezerník.</translation>
    </message>
    <message>
        <source>Below each image, what it is, then what the network says; click one</source>
        <translation>Pod každým obrázkem stojí, co to je, a pak co říká síť; na obrázek lze kliknout</translation>
    </message>
</context>
<context>
    <name>MistakesPage</name>
    <message>
        <source>The images before these</source>
        <translation>Předchozí obrázky</translation>
    </message>
    <message>
        <source>Further images</source>
        <translation>Další obrázky</translation>
    </message>
    <message>
        <source>Images of the validation set that the network misreads</source>
        <translation>Obrázky z validační množiny, které si síť plete</translation>
    </message>
    <message>
        <source>Training digits with wrong labels, and whether the network repeats them</source>
        <translation>Trénovací číslice s chybnými štítky a to, zda je síť opakuje</translation>
    </message>
    <message>
        <source>New images</source>
        <translation>Nové obrázky</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nové</translation>
    </message>
    <message>
        <source>Lies</source>
        <translation>Lži</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Chyby</translation>
    </message>
    <message>
        <source>The outputs of the network for this image</source>
        <translation>Výstupy sítě pro tento obrázek</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Výstupy</translation>
    </message>
    <message>
        <source>{0}–{1} of {2}</source>
        <translation>{0}–{1} z {2}</translation>
    </message>
    <message>
        <source>The network is being asked …</source>
        <translation>Síť právě odpovídá…</translation>
    </message>
</context>
<context>
    <name>NetworkDrawing</name>
    <message>
        <source>hidden layer: {0} neurons</source>
        <translation>skrytá vrstva: {0} neuronů</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Hidden layers</source>
        <translation>Skryté vrstvy</translation>
    </message>
    <message>
        <source>How many layers stand between the pixels and the outputs. Takes effect with a new run.</source>
        <translation>Kolik vrstev stojí mezi pixely a výstupy. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neurony</translation>
    </message>
    <message>
        <source>How many neurons each hidden layer has, from the input to the output.</source>
        <translation>Kolik neuronů mají skryté vrstvy, od vstupu k výstupu.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivace</translation>
    </message>
    <message>
        <source>What a hidden neuron makes of its weighted input. The outputs are sigmoids, or a softmax: see Cost C₀.</source>
        <translation>Co udělá skrytý neuron ze svého váženého vstupu. Výstupy jsou sigmoidy, nebo softmax: viz Účelová funkce C₀.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Počáteční váhy</translation>
    </message>
    <message>
        <source>Large: every weight is drawn from N(0, 1), as on the slides. Scaled: from N(0, 1/number of inputs). On 1,000 images of MNIST, scaled weights alone are about as good as large ones with L2 (λ = 0.1), and L2 then adds less than one point.</source>
        <translation>Velké: každá váha je vylosována z N(0, 1), jako v přednášce. Škálované: z N(0, 1/počet vstupů). Na 1&#xa0;000 obrázcích z MNIST jsou škálované váhy samy asi tak dobré jako velké s L2 (λ = 0,1) a L2 k nim přidá méně než 1 p. b.</translation>
    </message>
    <message>
        <source>Hidden layers: {0}</source>
        <translation>Skrytých vrstev: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} parameters, {2} per training image</source>
        <translation>{0}: {1} parametrů, {2} na jeden trénovací obrázek</translation>
    </message>
</context>
<context>
    <name>NetworkSentences</name>
    <message>
        <source>Equally many weights are nearly 0: with L1 {1}, with L2 {0}.</source>
        <translation>Skoro nulových vah je zhruba stejně: s L1 {1}, s L2 {0}.</translation>
    </message>
    <message>
        <source>Here L2 makes more weights vanish: {0}, L1 only {1}.</source>
        <translation>Tady má víc skoro nulových vah L2: {0}, L1 jen {1}.</translation>
    </message>
    <message>
        <source>L1 makes weights vanish ({1} nearly 0), L2 only small ({0}).</source>
        <translation>L1 váhy skoro vynuluje ({1}), L2 je jen zmenší ({0}).</translation>
    </message>
    <message>
        <source>L1 makes more weights vanish: {1}, L2 only {0}.</source>
        <translation>L1 má víc skoro nulových vah: {1}, L2 jen {0}.</translation>
    </message>
    <message>
        <source>Run {0} alone: no run with {1} is shown to compare it with. Press S to train the lecture&apos;s two.</source>
        <translation>Jen běh {0}: žádný zobrazený běh s {1}, se kterým by šel porovnat. Oba běhy z přednášky natrénuje klávesa S.</translation>
    </message>
    <message>
        <source>Layer 1, L2 against L1: |w| &lt; 0.01 are {0} and {1}, exactly 0 are {2} and {3} of {4} weights; largest |w| {5} and {6}. Validation accuracy {7} and {8}.</source>
        <translation>Vrstva 1, L2 proti L1: |w| &lt; 0,01 má {0}, resp. {1} vah; přesně nulových je {2}, resp. {3} z {4}; největší |w| {5}, resp. {6}. Validační přesnost {7}, resp. {8}.</translation>
    </message>
    <message>
        <source>With L1, {0} are within one step, ηλ/n = {1}, of 0.</source>
        <translation>S L1 je {0} vah nejvýš jeden krok (ηλ/n = {1}) od nuly.</translation>
    </message>
    <message>
        <source>Epochs in which the share of small weights with L1 fell by more than {0} points: {1}; the validation accuracy fell by up to {2} points in them.</source>
        <translation>Podíl malých vah s L1 klesl o víc než {0} p. b. v tolika epochách: {1}; validační přesnost v nich klesla až o {2} p. b.</translation>
    </message>
    <message>
        <source>The runs differ in more than the penalty: {0} against {1}.</source>
        <translation>Běhy se liší i něčím jiným než penalizací: {0} proti {1}.</translation>
    </message>
</context>
<context>
    <name>NeuronRows</name>
    <message>
        <source>Weights from the pixels, ±{0}</source>
        <translation>Váhy z pixelů do neuronů (škála ±{0})</translation>
    </message>
    <message>
        <source>Weights from the pixels to the first neurons</source>
        <translation>Váhy z pixelů do prvních neuronů</translation>
    </message>
    <message>
        <source>What the first neurons of both runs look for: each picture shows the weights from the pixels to one neuron, red where they are positive, blue where negative.</source>
        <translation>Co hledají první neurony obou běhů: každý obrázek ukazuje váhy od pixelů k jednomu neuronu, kladné červeně, záporné modře.</translation>
    </message>
</context>
<context>
    <name>NeuronsOffCurves</name>
    <message>
        <source>Hidden neurons switched off</source>
        <translation>Vypnuté skryté neurony</translation>
    </message>
    <message>
        <source>without dropout</source>
        <translation>bez dropoutu</translation>
    </message>
    <message>
        <source>with dropout</source>
        <translation>s dropoutem</translation>
    </message>
    <message>
        <source>{0} off</source>
        <translation>{0} vypnuto</translation>
    </message>
</context>
<context>
    <name>NoiseHead</name>
    <message>
        <source>Noise</source>
        <translation>Šum</translation>
    </message>
    <message>
        <source>Gaussian noise is added to the pixels</source>
        <translation>K pixelům se přičítá gaussovský šum</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotace</translation>
    </message>
    <message>
        <source>The images are turned</source>
        <translation>Obrázky se otáčejí</translation>
    </message>
    <message>
        <source>Neurons off</source>
        <translation>Vypnuté neurony</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neurony</translation>
    </message>
    <message>
        <source>Hidden neurons are switched off at random</source>
        <translation>Náhodně se vypínají skryté neurony</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Přímka</translation>
    </message>
    <message>
        <source>Along a line</source>
        <translation>Podél přímky</translation>
    </message>
    <message>
        <source>The weights themselves are changed: between two networks, or around each (4)</source>
        <translation>Mění se samy váhy: mezi dvěma sítěmi nebo kolem každé z nich (4)</translation>
    </message>
    <message>
        <source>What is disturbed</source>
        <translation>Co se narušuje</translation>
    </message>
</context>
<context>
    <name>NoisePage</name>
    <message>
        <source>Measuring slopes: {0}</source>
        <translation>Měří se strmost: {0}</translation>
    </message>
    <message>
        <source>The validation images are being disturbed …</source>
        <translation>Validační obrázky se narušují …</translation>
    </message>
    <message>
        <source>The networks are being trained …</source>
        <translation>Sítě se trénují …</translation>
    </message>
    <message>
        <source>Train a second run: a line needs two.</source>
        <translation>Natrénujte druhý běh: přímka potřebuje dva.</translation>
    </message>
    <message>
        <source>Here you will see how cost and accuracy change when the weights go straight from one network to another. Press S to train one network without regularization, one with L2 and one with L1.</source>
        <translation>Tady uvidíte, jak se mění účelová funkce a přesnost, když váhy přecházejí přímo od jedné sítě k druhé. Klávesa S natrénuje jednu síť bez regularizace, jednu s L2 a jednu s L1.</translation>
    </message>
    <message>
        <source>Here you will see how many validation images each network still recognizes when they are disturbed. Press S to train one network without regularization, one with L2 and one with L1.</source>
        <translation>Tady uvidíte, kolik narušených validačních obrázků každá síť ještě rozpozná. Klávesou S natrénujete jednu síť bez regularizace, jednu s L2 a jednu s L1.</translation>
    </message>
    <message>
        <source>Click or drag to disturb so far; point at a value to read it</source>
        <translation>Klepnutím nebo tažením zvolíte míru narušení; ukázáním si přečtete hodnoty</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>Drag, or press ← and → for one step, ↑ and ↓ for {0}</source>
        <translation>Táhněte myší, nebo šipkami: ← → o jeden krok, ↑ ↓ o {0}</translation>
    </message>
    <message>
        <source>guessed {0}</source>
        <translation>tip {0}</translation>
    </message>
    <message>
        <source>it is {0}</source>
        <translation>skutečnost {0}</translation>
    </message>
    <message>
        <source>The guess is exactly right.</source>
        <translation>Přesná trefa.</translation>
    </message>
    <message>
        <source>The guess is {0} too high.</source>
        <translation>Tip je o {0} vyšší.</translation>
    </message>
    <message>
        <source>The guess is {0} too low.</source>
        <translation>Tip je o {0} nižší.</translation>
    </message>
</context>
<context>
    <name>OneDigitView</name>
    <message>
        <source>The network recognizes none of these digits upright.</source>
        <translation>Síť žádnou z těchto číslic nepřečte správně ani neotočenou.</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>Vaše kresba</translation>
    </message>
    <message>
        <source>The network reads your drawing as {0}.</source>
        <translation>Vaši kresbu síť čte jako {0}.</translation>
    </message>
    <message>
        <source>Validation digit {0}: {1}</source>
        <translation>Validační číslice {0}: {1}</translation>
    </message>
    <message>
        <source>Validation digit {0}: the network reads this {1} as {2}.</source>
        <translation>Validační obrázek {0} ({1}) síť čte jako {2}.</translation>
    </message>
    <message>
        <source>What is drawn will be shown to the network.</source>
        <translation>Co nakreslíte, to uvidí síť.</translation>
    </message>
    <message>
        <source>This needs a trained network: press S to train three, or Space to train your own.</source>
        <translation>K tomu je třeba natrénovaná síť: klávesa S natrénuje tři, mezerník tu vaši.</translation>
    </message>
    <message>
        <source>Angle in degrees</source>
        <translation>Úhel ve stupních</translation>
    </message>
    <message>
        <source>Turn the digit: drag it, or use the arrow keys (1°) and Page up and down (10°). Plus is counter-clockwise.</source>
        <translation>Otočte číslici: táhněte ji myší nebo použijte šipky (1°) a Page Up a Page Down (10°). Kladný směr je proti směru hodinových ručiček.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Přehrát</translation>
    </message>
    <message>
        <source>Turn the digit slowly, once round</source>
        <translation>Pomalu otočit číslici jednou dokola</translation>
    </message>
    <message>
        <source>Wipe off</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Begin the drawing anew</source>
        <translation>Začít kreslit znovu</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse.</source>
        <translation>Sem nakreslete číslici myší.</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Kresba</translation>
    </message>
    <message>
        <source>It is fitted and centred as MNIST&apos;s digits are.</source>
        <translation>Zmenší a vystředí se stejně jako číslice v MNIST.</translation>
    </message>
    <message>
        <source>The outputs</source>
        <translation>Výstupy</translation>
    </message>
    <message>
        <source>The outputs: the network reads the digit of the largest one.</source>
        <translation>Výstupy: síť čte tu číslici, jejíž výstup je největší.</translation>
    </message>
    <message>
        <source>Click, or drag the line, to turn the digit there. Where the outputs for {0} and {1} cross, the angle is written; another digit may be the strongest there.</source>
        <translation>Klepnutím nebo tažením čáry číslici otočíte. U průsečíku výstupů pro {0} a {1} je napsán úhel; nejsilnější tam může být i jiná číslice.</translation>
    </message>
</context>
<context>
    <name>OneWeightView</name>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Let the penalties of {0} mini-batches act</source>
        <translation>Nechat působit penalizaci po {0} minibatchů</translation>
    </message>
    <message>
        <source>Filled: the weights now; outlined: at the start; a ring marks what is nearer to 0 than 0.01</source>
        <translation>Plocha: váhy teď; obrys: na začátku; kroužek značí váhu blíž k 0 než 0,01</translation>
    </message>
    <message>
        <source>Many steps</source>
        <translation>Více kroků</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Na začátek</translation>
    </message>
    <message>
        <source>Give all weights the values that they began with</source>
        <translation>Vrátit všem vahám hodnoty, se kterými začaly</translation>
    </message>
    <message>
        <source>Take step after step, as many as {0} mini-batches from the start, or pause</source>
        <translation>Dělat krok za krokem, až do {0} minibatchů od začátku, nebo pozastavit</translation>
    </message>
    <message>
        <source>{0} after {1} mini-batches</source>
        <translation>{0} po {1} minibatchích</translation>
    </message>
    <message>
        <source>{0} at the start</source>
        <translation>{0} na začátku</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Untrained: {0} of the validation images are recognized, about what guessing gives.</source>
        <translation>Bez tréninku: síť pozná {0} validačních obrázků, asi tolik, kolik by uhodla.</translation>
    </message>
    <message>
        <source>Not learning: η is too large.</source>
        <translation>Síť se neučí: η je příliš velké.</translation>
    </message>
    <message>
        <source>Training {0}, validation {1}, gap {2} points; lowest validation cost at epoch {3}.</source>
        <translation>Trénink {0}, validace {1}, rozdíl {2} p. b.; nejnižší validační účelová funkce v {3}. epoše.</translation>
    </message>
    <message>
        <source>Test accuracy at epoch {0}: {1}.</source>
        <translation>Testovací přesnost v {0}. epoše: {1}.</translation>
    </message>
    <message>
        <source>Stopped at epoch {0}; the network of epoch {1} is used.</source>
        <translation>Ukončeno v {0}. epoše; používá se síť z {1}. epochy.</translation>
    </message>
    <message>
        <source>The rule would have stopped at epoch {0} and used the network of epoch {1}.</source>
        <translation>Pravidlo by skončilo v {0}. epoše a použilo síť z {1}. epochy.</translation>
    </message>
</context>
<context>
    <name>PaceMenu</name>
    <message>
        <source>Runs of a rehearsal</source>
        <translation>Běhy ze zkoušky nanečisto</translation>
    </message>
    <message>
        <source>Replay in 4 seconds</source>
        <translation>Přehrát za 4 sekundy</translation>
    </message>
    <message>
        <source>Replay in 12 seconds</source>
        <translation>Přehrát za 12 sekund</translation>
    </message>
    <message>
        <source>Show at once</source>
        <translation>Ukázat hned</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>Trénovat znovu</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>All runs are hidden: check one in the list below, or press H.</source>
        <translation>Všechny běhy jsou skryté: zaškrtněte některý v seznamu dole, nebo stiskněte H.</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Save a picture of this plot…</source>
        <translation>Uložit obrázek tohoto grafu…</translation>
    </message>
    <message>
        <source>Copy a picture of this plot</source>
        <translation>Kopírovat obrázek tohoto grafu</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Učení</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Váhy</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentace</translation>
    </message>
    <message>
        <source>6 ↔ 9</source>
        <translation>6 ↔ 9</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Ukončení</translation>
    </message>
    <message>
        <source>Finding λ</source>
        <translation>Hledání λ</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Chyby</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Fitování</translation>
    </message>
    <message>
        <source>Shrinking</source>
        <translation>Malé váhy</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Šum</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Pruning</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensembling</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>Past the peak</source>
        <translation>Za vrcholem</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trénink</translation>
    </message>
    <message>
        <source>Train networks, and watch what regularization does (F3)</source>
        <translation>Trénovat sítě a dívat se, co dělá regularizace (F3)</translation>
    </message>
    <message>
        <source>Why it works</source>
        <translation>Proč to funguje</translation>
    </message>
    <message>
        <source>Small weights, simple models, many networks (F3)</source>
        <translation>Malé váhy, jednoduché modely, mnoho sítí (F3)</translation>
    </message>
    <message>
        <source>Group of pages</source>
        <translation>Skupina stránek</translation>
    </message>
</context>
<context>
    <name>PairChooser</name>
    <message>
        <source>Turn:</source>
        <translation>Otáčet:</translation>
    </message>
    <message>
        <source>The first of the two classes to turn</source>
        <translation>První z obou tříd, které se otáčejí</translation>
    </message>
    <message>
        <source>The second of the two classes to turn</source>
        <translation>Druhá z obou tříd, které se otáčejí</translation>
    </message>
</context>
<context>
    <name>ParameterChoices</name>
    <message>
        <source>Quick</source>
        <translation>Rychle</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Celé</translation>
    </message>
    <message>
        <source>How thorough</source>
        <translation>Jak důkladně</translation>
    </message>
    <message>
        <source>Nothing regularizes but gradient descent itself</source>
        <translation>Regularizuje jen samo gradientní učení</translation>
    </message>
    <message>
        <source>L2 with the same λ/n = {0} in all cells, to be compared with</source>
        <translation>L2 se stejným λ/n = {0} ve všech políčkách, pro srovnání</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>Bez penalizace</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Penalizace</translation>
    </message>
    <message>
        <source>Weights begin small: N(0, 1/inputs of the neuron)</source>
        <translation>Počáteční váhy jsou malé: N(0, 1/počet vstupů neuronu)</translation>
    </message>
    <message>
        <source>Weights begin large: N(0, 1), as in the first runs of the lecture</source>
        <translation>Počáteční váhy jsou velké: N(0, 1), jako v prvních bězích přednášky</translation>
    </message>
    <message>
        <source>Scaled weights</source>
        <translation>Škálované váhy</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Velké</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Počáteční váhy</translation>
    </message>
    <message>
        <source>{0} networks; each sees {1} images, those of all epochs together, in at most {2} epochs</source>
        <translation>Sítí: {0}; každá uvidí za všechny epochy dohromady {1} obrázků, nejvýš však za {2} epoch</translation>
    </message>
</context>
<context>
    <name>ParameterConclusions</name>
    <message>
        <source>More parameters than images: does that hurt?</source>
        <translation>Víc parametrů než obrázků: škodí to?</translation>
    </message>
    <message>
        <source>Do networks with many parameters learn images by heart?</source>
        <translation>Učí se sítě s mnoha parametry obrázky nazpaměť?</translation>
    </message>
    <message>
        <source>Does the gap grow with the number of parameters?</source>
        <translation>Roste rozdíl s počtem parametrů?</translation>
    </message>
    <message>
        <source>Too many parameters hurt for {0} of {1} sizes n: by up to {2} points.</source>
        <translation>Příliš parametrů škodí při {0} z {1} hodnot n: až o {2} p. b.</translation>
    </message>
    <message>
        <source>Not even {0} parameters per image hurt here, without any penalty.</source>
        <translation>Ani {0} parametrů na obrázek tu neškodí, a to bez penalizace.</translation>
    </message>
    <message>
        <source>With L2, not even {0} parameters per image hurt here.</source>
        <translation>S L2 tu neškodí ani {0} parametrů na obrázek.</translation>
    </message>
    <message>
        <source>{0} of {1} networks with more parameters than images know {4} of these.</source>
        <translation>Aspoň {4} obrázků zná {0} z {1} sítí, které mají víc parametrů než obrázků.</translation>
    </message>
    <message>
        <source>More parameters than images: {0} of {1} networks know {4} of these, others {2} of {3}.</source>
        <translation>Víc parametrů než obrázků: {4} obrázků zná {0} z {1} sítí, z ostatních {2} z {3}.</translation>
    </message>
    <message>
        <source>With more parameters, the gap grows for {0} of {1} sizes n: by up to {2} points.</source>
        <translation>S počtem parametrů rozdíl roste při {0} z {1} hodnot n: až o {2} p. b.</translation>
    </message>
    <message>
        <source>With more parameters, the gap grows for none of {1} sizes n.</source>
        <translation>S počtem parametrů rozdíl neroste při žádné z {1} hodnot n.</translation>
    </message>
    <message>
        <source>{0} with {1} images: {2} parameters per image.</source>
        <translation>{0} má na {1} obrázků {2}× tolik parametrů.</translation>
    </message>
</context>
<context>
    <name>ParameterSentences</name>
    <message>
        <source>{0}, n = {1}: {2} parameters, {3} per image.</source>
        <translation>{0}, n = {1}: {2} parametrů ({3} na obrázek).</translation>
    </message>
    <message>
        <source>Not trained yet ({0} epochs).</source>
        <translation>Zatím nenatrénováno (epoch: {0}).</translation>
    </message>
    <message>
        <source>Validation {0}, training {1}, gap {2} points (best epoch: {3} of {4}).</source>
        <translation>Validační {0}, trénovací {1}, rozdíl {2} p. b. (nejlepší epocha: {3} z {4}).</translation>
    </message>
    <message>
        <source>{0}, {1} per image: {2}. {3}, {4} per image: {5}.</source>
        <translation>{0} ({1} na obrázek): {2}. {3} ({4} na obrázek): {5}.</translation>
    </message>
    <message>
        <source>{0} has {1} parameters for {2} images, {3} per image, and recognizes {4} of the validation images; {5} with {6} per image recognizes {7} (one seed each).</source>
        <translation>{0} má na {2} obrázků {1} parametrů ({3} na obrázek) a rozpozná {4} validačních obrázků; {5} ({6} na obrázek) rozpozná {7} (po jednom seedu).</translation>
    </message>
    <message>
        <source>Trained for {0} epochs only, they answer nothing yet: choose “Whole”.</source>
        <translation>Po pouhých {0} epochách ještě nelze odpovědět: zvolte „Celé“.</translation>
    </message>
    <message>
        <source>Here more parameters have cost {0} points.</source>
        <translation>Víc parametrů tu stálo {0} p. b.</translation>
    </message>
    <message>
        <source>Here more parameters have changed hardly anything.</source>
        <translation>Víc parametrů tu skoro nic nezměnilo.</translation>
    </message>
    <message>
        <source>With L2, more parameters did not hurt here, they helped.</source>
        <translation>S L2 tu víc parametrů neuškodilo, ale pomohlo.</translation>
    </message>
    <message>
        <source>More parameters than images did not hurt here, they helped, without any penalty.</source>
        <translation>Víc parametrů než obrázků tu neuškodilo, ale pomohlo, a to bez penalizace.</translation>
    </message>
    <message>
        <source>More parameters did not hurt here, they helped, without any penalty.</source>
        <translation>Víc parametrů tu neuškodilo, ale pomohlo, a to bez penalizace.</translation>
    </message>
    <message>
        <source>After the last epoch it recognizes {0}, of the training images {1}.</source>
        <translation>Po poslední epoše jich rozpozná {0}, z trénovacích {1}.</translation>
    </message>
    <message>
        <source>n = {0}: the largest network is the best, h = {1} with {2} parameters per image.</source>
        <translation>n = {0}: nejlepší je největší síť (h = {1}, {2} parametrů na obrázek).</translation>
    </message>
    <message>
        <source>n = {0}: the largest network, h = {1} with {2} parameters per image, is within {4} points of the best, h = {3}.</source>
        <translation>n = {0}: největší síť (h = {1}, {2} parametrů na obrázek) je jen {4} p. b. za nejlepší (h = {3}).</translation>
    </message>
    <message>
        <source>n = {0}: the best is h = {3}; the largest network, h = {1} with {2} parameters per image, is {4} points worse.</source>
        <translation>n = {0}: nejlepší je h = {3}; největší síť (h = {1}, {2} parametrů na obrázek) je o {4} p. b. horší.</translation>
    </message>
    <message>
        <source>with L2: {0}</source>
        <translation>s L2: {0}</translation>
    </message>
    <message>
        <source>without a penalty: {0}</source>
        <translation>bez penalizace: {0}</translation>
    </message>
    <message>
        <source>from large initial weights: {0}</source>
        <translation>z velkých počátečních vah: {0}</translation>
    </message>
    <message>
        <source>from scaled initial weights: {0}</source>
        <translation>ze škálovaných počátečních vah: {0}</translation>
    </message>
    <message>
        <source>The same network, {0}.</source>
        <translation>Stejná síť {0}.</translation>
    </message>
    <message>
        <source>{0} epochs at n = {1}</source>
        <translation>epoch: {0} pro n = {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} pro {1}</translation>
    </message>
    <message>
        <source>No penalty</source>
        <translation>Bez penalizace</translation>
    </message>
    <message>
        <source>{0}, {1}, η {2}, m 10, seed 1; {3}; accuracies of each run&apos;s best epoch.</source>
        <translation>{0}, {1}, η {2}, m 10, seed 1; {3}; přesnosti nejlepší epochy každého běhu.</translation>
    </message>
</context>
<context>
    <name>ParameterSliders</name>
    <message>
        <source>Multiplies {0} in {1}</source>
        <translation>Násobí {0} v {1}</translation>
    </message>
    <message>
        <source>By how many degrees the tip of the trunk swings (our choice)</source>
        <translation>O kolik stupňů se vychýlí špička chobotu (naše volba)</translation>
    </message>
    <message>
        <source>Where the eye is</source>
        <translation>Kde je oko</translation>
    </message>
    <message>
        <source>p{0}, real part</source>
        <translation>p{0}, reálná část</translation>
    </message>
    <message>
        <source>p{0}, imaginary part</source>
        <translation>p{0}, imaginární část</translation>
    </message>
</context>
<context>
    <name>ParametersPage</name>
    <message>
        <source>Per image</source>
        <translation>Na obrázek</translation>
    </message>
    <message>
        <source>Parameters per image</source>
        <translation>Parametrů na obrázek</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validační</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trénovací</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validační přesnost</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Trénovací přesnost</translation>
    </message>
    <message>
        <source>How many of the training images are recognized, in percent</source>
        <translation>Kolik procent trénovacích obrázků síť rozpozná</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Rozdíl</translation>
    </message>
    <message>
        <source>Training accuracy minus validation accuracy, in points.</source>
        <translation>Trénovací přesnost minus validační, v p. b.</translation>
    </message>
    <message>
        <source>Load this experiment</source>
        <translation>Načíst tento experiment</translation>
    </message>
    <message>
        <source>Weights and biases for each training image</source>
        <translation>Kolik vah a biasů připadá na jeden trénovací obrázek</translation>
    </message>
    <message>
        <source>How many of the validation images are recognized, in percent</source>
        <translation>Kolik procent validačních obrázků síť rozpozná</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Co je v políčkách</translation>
    </message>
    <message>
        <source>Make what was trained in the framed cell the chosen experiment</source>
        <translation>Nastavit experiment podle orámovaného políčka</translation>
    </message>
    <message>
        <source>Train {0} networks</source>
        <translation>Natrénovat sítě: {0}</translation>
    </message>
    <message>
        <source>All are trained</source>
        <translation>Vše natrénováno</translation>
    </message>
    <message>
        <source>Train the networks of the cells that are missing, the quickest first</source>
        <translation>Natrénovat chybějící políčka, nejrychlejší napřed</translation>
    </message>
    <message>
        <source>The first networks are being trained …</source>
        <translation>Trénují se první sítě …</translation>
    </message>
    <message>
        <source>Here you will see what networks with few and with many parameters learn from few and from many images. Press S to train them.</source>
        <translation>Tady uvidíte, co se z mála a z mnoha obrázků naučí sítě s málo a s mnoha parametry. Natrénujete je klávesou S.</translation>
    </message>
    <message>
        <source>Trained: {0} of {1}, {2} left.</source>
        <translation>Natrénováno: {0} z {1}, zbývá {2}.</translation>
    </message>
    <message>
        <source>784-100-10 has nearly 80,000 parameters for 50,000 images: is that not like a polynomial of degree 80,000 through 50,000 points?</source>
        <translation>Síť 784-100-10 má skoro 80 000 parametrů a 50 000 obrázků: není to jako fitovat polynom řádu 80 000 skrz 50 000 bodů?</translation>
    </message>
    <message>
        <source>Another choice is being trained.</source>
        <translation>Trénuje se jiná volba.</translation>
    </message>
    <message>
        <source>These networks learn MNIST, whichever data set is chosen.</source>
        <translation>Tyto sítě se učí MNIST, ať je zvolena kterákoli datová sada.</translation>
    </message>
</context>
<context>
    <name>PastThePeakPage</name>
    <message>
        <source>Digits</source>
        <translation>Číslice</translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation>Skutečné číslice</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trénované</translation>
    </message>
    <message>
        <source>Trained networks</source>
        <translation>Trénované sítě</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Polynom</translation>
    </message>
    <message>
        <source>A few points, and many more coefficients (1)</source>
        <translation>Pár bodů a mnohem víc koeficientů (1)</translation>
    </message>
    <message>
        <source>A thousand digits of MNIST, and up to ten thousand random neurons (2)</source>
        <translation>Tisíc číslic z MNIST a až deset tisíc náhodných neuronů (2)</translation>
    </message>
    <message>
        <source>Networks trained to the end, with true labels and with wrong ones (3)</source>
        <translation>Sítě natrénované až do konce, s pravdivými a s chybnými štítky (3)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>PathButtons</name>
    <message>
        <source>λ = 0: find η</source>
        <translation>λ = 0: najít η</translation>
    </message>
    <message>
        <source>learning rates from 0.025 to 5 are tried without a penalty.</source>
        <translation>vyzkouší se rychlosti učení od 0,025 do 5, bez penalizace.</translation>
    </message>
    <message>
        <source>Try λ = 1</source>
        <translation>Zkusit λ = 1</translation>
    </message>
    <message>
        <source>L2 with λ = 1 is compared with no penalty, at that η.</source>
        <translation>s nalezeným η se porovná L2 (λ = 1) s tréninkem bez penalizace.</translation>
    </message>
    <message>
        <source>λ × 10 and ÷ 10</source>
        <translation>λ × 10 a ÷ 10</translation>
    </message>
    <message>
        <source>powers of ten are tried until those on both sides of the best one are worse.</source>
        <translation>zkoušejí se mocniny deseti, dokud nejsou obě sousední horší než nejlepší.</translation>
    </message>
    <message>
        <source>Refine λ</source>
        <translation>Zpřesnit λ</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Zpřesnit</translation>
    </message>
    <message>
        <source>a fifth to five times the best power of ten is tried.</source>
        <translation>vyzkouší se hodnoty od pětiny do pětinásobku nejlepší mocniny deseti.</translation>
    </message>
</context>
<context>
    <name>PathSentences</name>
    <message>
        <source>Which η is best without a penalty?</source>
        <translation>Které η je nejlepší bez penalizace?</translation>
    </message>
    <message>
        <source>Does λ = 1 help?</source>
        <translation>Pomůže λ = 1?</translation>
    </message>
    <message>
        <source>Which power of ten is the best λ?</source>
        <translation>Která mocnina deseti je nejlepší λ?</translation>
    </message>
    <message>
        <source>How is λ found?</source>
        <translation>Jak najít λ?</translation>
    </message>
    <message>
        <source>Without a penalty, η from {0} to {1} is best.</source>
        <translation>Bez penalizace je nejlepší η od {0} do {1}.</translation>
    </message>
    <message>
        <source>Without a penalty, η = {0} is best.</source>
        <translation>Bez penalizace je nejlepší η = {0}.</translation>
    </message>
    <message>
        <source>Of the powers of ten, λ from {0} to {1} is best.</source>
        <translation>Z mocnin deseti je nejlepší λ od {0} do {1}.</translation>
    </message>
    <message>
        <source>The best power of ten is λ = {0}.</source>
        <translation>Nejlepší mocnina deseti je λ = {0}.</translation>
    </message>
    <message>
        <source>λ = 1 helps: {0} points against no penalty.</source>
        <translation>λ = 1 pomáhá: {0} p. b. oproti síti bez penalizace.</translation>
    </message>
    <message>
        <source>λ = 1 harms: {0} points against no penalty.</source>
        <translation>λ = 1 škodí: {0} p. b. oproti síti bez penalizace.</translation>
    </message>
    <message>
        <source>λ = 1 makes no clear difference: {0} points.</source>
        <translation>λ = 1 nepřináší zřetelný rozdíl: {0} p. b.</translation>
    </message>
    <message>
        <source>The advice of Michael Nielsen&apos;s book, chapter 3: find η without a penalty, try λ = 1, then powers of ten, then the values between. Each step trains a few runs and prepares the next.</source>
        <translation>Rada z knihy Michaela Nielsena, kapitola 3: najít η bez penalizace, zkusit λ = 1, pak mocniny deseti a nakonec hodnoty mezi nimi. Každý krok natrénuje několik běhů a připraví další.</translation>
    </message>
    <message>
        <source>The first runs of step {0} are being trained …</source>
        <translation>Trénují se první běhy kroku {0} …</translation>
    </message>
    <message>
        <source>Step {0} is being trained …</source>
        <translation>Krok {0} se trénuje …</translation>
    </message>
    <message>
        <source>Without a penalty, η = {0} is best, with {1}.</source>
        <translation>Bez penalizace je nejlepší η = {0} (přesnost {1}).</translation>
    </message>
    <message>
        <source>The next step tries λ = 1 with this η.</source>
        <translation>Další krok zkusí s tímto η λ = 1.</translation>
    </message>
    <message>
        <source>With η = {0}: {1} with λ = 1, {2} without a penalty. The next step tries powers of ten.</source>
        <translation>Při η = {0} má λ = 1 přesnost {1}, bez penalizace je to {2}. Další krok zkusí mocniny deseti.</translation>
    </message>
    <message>
        <source>{0}. The best power of ten is {1}; the next step refines around it.</source>
        <translation>{0}. Nejlepší mocnina deseti je {1}; další krok ji zpřesní.</translation>
    </message>
    <message>
        <source>The path ends at {0} with η = {1}: {2}.</source>
        <translation>Výsledek postupu: {0}, η = {1} (přesnost {2}).</translation>
    </message>
    <message>
        <source>The path ends at {0} with η = {1}: {2}; without a penalty, {3}.</source>
        <translation>Výsledek postupu: {0}, η = {1} (přesnost {2}); bez penalizace {3}.</translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>Use η and λ</source>
        <translation>Použít η a λ</translation>
    </message>
    <message>
        <source>Put the η and the λ that the path has led to into the experiment</source>
        <translation>Nastavit v experimentu η a λ, ke kterým postup dospěl</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Další krok</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Začít znovu</translation>
    </message>
    <message>
        <source>Go the whole path again from the chosen experiment</source>
        <translation>Projít celý postup znovu od zvoleného experimentu</translation>
    </message>
    <message>
        <source>Train what the next step needs</source>
        <translation>Natrénovat, co potřebuje další krok</translation>
    </message>
    <message>
        <source>The first runs are being trained …</source>
        <translation>Trénují se první běhy …</translation>
    </message>
    <message>
        <source>best: η = {0}, {1}</source>
        <translation>nejlepší: η = {0}, {1}</translation>
    </message>
    <message>
        <source>Here you will see how many validation images are recognized with each η. Press 1.</source>
        <translation>Tady uvidíte, kolik validačních obrázků síť rozpozná s jednotlivými η. Stiskněte 1.</translation>
    </message>
    <message>
        <source>For the chosen n = {0}, the same λ/n is λ = {1}.</source>
        <translation>Pro zvolené n = {0} odpovídá stejnému λ/n hodnota λ = {1}.</translation>
    </message>
    <message>
        <source>All steps are trained on {0} images, whatever the experiment has.</source>
        <translation>Všechny kroky se trénují na {0} obrázcích bez ohledu na experiment.</translation>
    </message>
</context>
<context>
    <name>PeakDigits</name>
    <message>
        <source>{0} parameters for {1} images: does the network explode?</source>
        <translation>{0} parametrů na {1} obrázků: vybuchne to?</translation>
    </message>
    <message>
        <source>{3} wrong labels, as many neurons as images: {0}. With {1} parameters {2}: the best width.</source>
        <translation>{3} chybných štítků, stejně neuronů jako obrázků: {0}. {1} parametrů: {2}, nejvíc.</translation>
    </message>
    <message>
        <source>As many neurons as images: {0}. With {1} parameters {2}: the best width.</source>
        <translation>Stejně neuronů jako obrázků: {0}. {1} parametrů: {2}, nejvíc.</translation>
    </message>
    <message>
        <source>{3} wrong labels, as many neurons as images: {0}; with {1} parameters {2}.</source>
        <translation>{3} chybných štítků, stejně neuronů jako obrázků: {0}; s {1} parametry {2}.</translation>
    </message>
    <message>
        <source>As many neurons as images: {0}; with {1} parameters {2}.</source>
        <translation>Stejně neuronů jako obrázků: {0}; s {1} parametry {2}.</translation>
    </message>
    <message>
        <source>{0} digits of MNIST; a hidden layer of h random sigmoid neurons that is never trained; output weights by least squares, the smallest ones beyond h = {0}. {1} neurons are {2} parameters. {3} seeds; bars: their spread.</source>
        <translation>{0} číslic z MNIST; skrytá vrstva z h náhodných sigmoidních neuronů, která se netrénuje; výstupní váhy metodou nejmenších čtverců, od h = {0} výš ty nejmenší. {1} neuronů je {2} parametrů. Počet seedů: {3}; svislé čáry: jejich rozptyl.</translation>
    </message>
    <message>
        <source>At h = {0}, L2 with λ = {1} makes {2} out of {3}.</source>
        <translation>Při h = {0} udělá L2 s λ = {1} z {3} rovnou {2}.</translation>
    </message>
    <message>
        <source>The labels of the validation images are true; training accuracy goes by the labels as told.</source>
        <translation>Validační štítky jsou pravdivé; trénovací přesnost se řídí štítky, které síť dostala.</translation>
    </message>
    <message>
        <source>With true labels there is {0} at h = {1}, and {2} at h = {3}.</source>
        <translation>S pravdivými štítky je při h = {1} přesnost {0} a při h = {3} přesnost {2}.</translation>
    </message>
</context>
<context>
    <name>PeakPanel</name>
    <message>
        <source>Degree</source>
        <translation>Stupeň</translation>
    </message>
    <message>
        <source>The highest power: there is one coefficient more. The slider is logarithmic beyond 30</source>
        <translation>Nejvyšší mocnina; koeficientů je o jeden víc. Od 30 je posuvník logaritmický</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroky</translation>
    </message>
    <message>
        <source>How many steps gradient descent has taken from zero</source>
        <translation>Kolik kroků od nuly už gradientní sestup udělal</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>How many points there are: the peak is at as many coefficients</source>
        <translation>Kolik je bodů: vrchol je tam, kde je stejně tolik koeficientů</translation>
    </message>
    <message>
        <source>λ of the penalty (λ/2n) Σ c² on all coefficients</source>
        <translation>λ penalizace (λ/2n) Σ c² všech koeficientů</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Gradientní sestup</translation>
    </message>
    <message>
        <source>Go step by step from zero coefficients, up to {0} steps</source>
        <translation>Jít krok za krokem od nulových koeficientů, nejvýš {0} kroků</translation>
    </message>
</context>
<context>
    <name>PeakPlot</name>
    <message>
        <source>y over x</source>
        <translation>y v závislosti na x</translation>
    </message>
    <message>
        <source>Points of the dotted line with noise, and the polynomial of the chosen degree. Beyond as many coefficients as points, many polynomials pass through all: this is the one with the smallest. A click on an empty place adds a point, a click on a point removes it ({0} to {1} points); drag a point to move it.</source>
        <translation>Body tečkované přímky se šumem a polynom zvoleného stupně. Je-li koeficientů víc než bodů, prochází všemi mnoho polynomů: tohle je ten s nejmenšími koeficienty. Kliknutí na prázdné místo přidá bod, kliknutí na bod ho odebere ({0} až {1} bodů); tažením se bod přesune.</translation>
    </message>
    <message>
        <source>true line</source>
        <translation>skutečná přímka</translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation>polynom</translation>
    </message>
    <message>
        <source>where it tends to</source>
        <translation>kam směřuje</translation>
    </message>
</context>
<context>
    <name>PeakSentences</name>
    <message>
        <source>As many coefficients as points, {0}: the error explodes to {2}.</source>
        <translation>Stejně koeficientů jako bodů, {0}: chyba vyletí na {2}.</translation>
    </message>
    <message>
        <source>Past the peak: {0} coefficients for {1} points, and the error falls from {3} to {2}.</source>
        <translation>Za vrcholem: {0} koeficientů na {1} bodů, a chyba klesne z {3} na {2}.</translation>
    </message>
    <message>
        <source>Degree {4}, {1} points: error {2}.</source>
        <translation>Stupeň {4}, {1} bodů: chyba {2}.</translation>
    </message>
    <message>
        <source>After step {0} gradient descent has found the smallest coefficients by itself: error {1}.</source>
        <translation>Po {0}. kroku našel gradientní sestup sám od sebe nejmenší koeficienty: chyba {1}.</translation>
    </message>
    <message>
        <source>After step {0} gradient descent has arrived: error {1}.</source>
        <translation>Po {0}. kroku je gradientní sestup u cíle: chyba {1}.</translation>
    </message>
    <message>
        <source>After step {0} the error is {1}; where it tends to, {2}: stopping helps.</source>
        <translation>Po {0}. kroku je chyba {1}, v cíli by byla {2}: vyplatí se zastavit.</translation>
    </message>
    <message>
        <source>After step {0} the error is {1}; where it tends to, {2}.</source>
        <translation>Po {0}. kroku je chyba {1}, v cíli bude {2}.</translation>
    </message>
    <message>
        <source>The error is lowest after step {0}: {1}. The coefficients are still {2} away from those it tends to, the smallest that fit. Gradient methods have a self-regularizing effect; here it can be computed.</source>
        <translation>Nejmenší je chyba po {0}. kroku: {1}. Od koeficientů, k nimž směřuje (nejmenších, které body proloží), se teď liší o {2}. Gradientní metody mají seberegularizační efekt; tady se dá spočítat.</translation>
    </message>
    <message>
        <source>The error is lowest after step {0}: {1}. The coefficients are still {2} away from those it tends to. Gradient methods have a self-regularizing effect; here it can be computed.</source>
        <translation>Nejmenší je chyba po {0}. kroku: {1}. Koeficienty se teď od těch, k nimž směřují, liší o {2}. Gradientní metody mají seberegularizační efekt; tady se dá spočítat.</translation>
    </message>
    <message>
        <source>Degree {0}: ‖c‖ = {1}, the largest coefficient {2}, error {3}.</source>
        <translation>Stupeň {0}: ‖c‖ = {1}, největší koeficient {2}, chyba {3}.</translation>
    </message>
    <message>
        <source>With λ = {0} the error at {1} coefficients is {2}; without λ it is {3}.</source>
        <translation>S λ = {0} je chyba při {1} koeficientech {2}, bez penalizace {3}.</translation>
    </message>
    <message>
        <source>Beyond {0} coefficients many polynomials pass through all points; the one with the smallest coefficients is taken. The more there are to choose from, the smaller they get: small weights, simple model.</source>
        <translation>Od {0} koeficientů výš prochází všemi body mnoho polynomů; bereme ten s nejmenšími koeficienty. Čím víc jich je na výběr, tím jsou menší: malé váhy, jednoduchý model.</translation>
    </message>
</context>
<context>
    <name>PeakTrained</name>
    <message>
        <source>Do trained networks have a peak, too, at as many parameters as {0} n?</source>
        <translation>Mají vrchol i trénované sítě, a to tam, kde je parametrů {0} n?</translation>
    </message>
    <message>
        <source>at {0} parameters</source>
        <translation>při {0} parametrech</translation>
    </message>
    <message>
        <source>at {0} to {1} parameters</source>
        <translation>při {0} až {1} parametrech</translation>
    </message>
    <message>
        <source>The cost peaks: with {0} wrong labels {1}, with true ones {2}.</source>
        <translation>C₀ má vrchol: s {0} chybných štítků {1}, s pravdivými {2}.</translation>
    </message>
    <message>
        <source>near {0} n parameters</source>
        <translation>u {0} n parametrů</translation>
    </message>
    <message>
        <source>With {0} wrong labels the cost peaks {1}, with true ones not clearly.</source>
        <translation>S {0} chybných štítků má C₀ vrchol {1}, s pravdivými zřetelný není.</translation>
    </message>
    <message>
        <source>With true labels the cost peaks {2}, with {0} wrong ones not clearly.</source>
        <translation>S pravdivými štítky má C₀ vrchol {2}, s {0} chybných zřetelný není.</translation>
    </message>
    <message>
        <source>No clear peak: the cost does not rise and fall again, with true labels or {0} wrong ones.</source>
        <translation>Žádný zřetelný vrchol: C₀ nevystoupá, aby zase klesla, ani s pravdivými štítky, ani s {0} chybných.</translation>
    </message>
    <message>
        <source>Even stopped early, the cost peaks: with {0} wrong labels {1}, with true ones {2}.</source>
        <translation>I při předčasném ukončení má C₀ vrchol: s {0} chybných štítků {1}, s pravdivými {2}.</translation>
    </message>
    <message>
        <source>Even stopped early, the cost peaks with {0} wrong labels {1}.</source>
        <translation>I při předčasném ukončení má C₀ s {0} chybných štítků vrchol {1}.</translation>
    </message>
    <message>
        <source>Even stopped early, the cost peaks with true labels {2}.</source>
        <translation>I při předčasném ukončení má C₀ s pravdivými štítky vrchol {2}.</translation>
    </message>
    <message>
        <source>Stopped early, at its lowest, the cost has no clear peak, even with {0} wrong labels.</source>
        <translation>Při předčasném ukončení, ve svém minimu, nemá C₀ zřetelný vrchol ani s {0} chybných štítků.</translation>
    </message>
    <message>
        <source>The networks of the page Parameters, on {0} digits of MNIST, for {1} epochs; {2} seeds. At the dotted line, {3} parameters, there is one for each training target: {4} outputs for each image.</source>
        <translation>Sítě ze stránky Parametry, {0} číslic z MNIST, {1} epoch; počet seedů: {2}. U tečkované čáry, při {3} parametrech, připadá jeden na každý požadovaný výstup: {4} výstupů na každý obrázek.</translation>
    </message>
    <message>
        <source>True labels: {1}.</source>
        <translation>Pravdivé štítky: {1}.</translation>
    </message>
    <message>
        <source>{0} wrong labels: {1}.</source>
        <translation>{0} chybných štítků: {1}.</translation>
    </message>
    <message>
        <source>h = {0} cost {1}, accuracy {2}</source>
        <translation>h = {0}: C₀ {1}, přesnost {2}</translation>
    </message>
    <message>
        <source>Seeds cannot tell the costs {0} from the peak.</source>
        <translation>Od vrcholu seedy nerozliší C₀ {0}.</translation>
    </message>
</context>
<context>
    <name>PenaltyRows</name>
    <message>
        <source>Off</source>
        <translation>Bez</translation>
    </message>
    <message>
        <source>No penalty: the cost C₀ alone is made small.</source>
        <translation>Bez penalizace: zmenšuje se jen účelová funkce C₀.</translation>
    </message>
    <message>
        <source>Without a penalty</source>
        <translation>Bez penalizace</translation>
    </message>
    <message>
        <source>Switch the penalty off, also while it trains</source>
        <translation>Vypne penalizaci, i během trénování</translation>
    </message>
    <message>
        <source>Weight decay: every step shrinks a weight in proportion to it. L2 does so in plain gradient descent, as here; Adam rescales the penalty&apos;s gradient, too, for each weight (Loshchilov, Hutter 2019).</source>
        <translation>Weight decay: každý krok zmenší váhu úměrně její velikosti. U L2 to tak je při prostém gradientním sestupu, jako zde; Adam přeškáluje pro každou váhu i gradient penalizace (Loshchilov, Hutter 2019).</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>Penalizace L2</translation>
    </message>
    <message>
        <source>Switch L2 on, also while it trains</source>
        <translation>Zapne L2, i během trénování</translation>
    </message>
    <message>
        <source>Every step takes the same amount from every weight, towards zero.</source>
        <translation>Každý krok posune každou váhu k nule o stejnou hodnotu.</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>Penalizace L1</translation>
    </message>
    <message>
        <source>Switch L1 on, also while it trains</source>
        <translation>Zapne L1, i během trénování</translation>
    </message>
    <message>
        <source>elastic net</source>
        <translation>elastická síť</translation>
    </message>
    <message>
        <source>Elastic net, L1 and L2 at once: every step shrinks a weight in proportion to it, and takes the same amount from every weight besides (Zou, Hastie 2005).</source>
        <translation>Elastická síť, L1 a L2 najednou: každý krok zmenší váhu úměrně její velikosti a navíc posune každou váhu k nule o stejnou hodnotu (Zou, Hastie 2005).</translation>
    </message>
    <message>
        <source>Elastic net</source>
        <translation>Elastická síť</translation>
    </message>
    <message>
        <source>Switch L1 and L2 on at once, also while it trains</source>
        <translation>Zapne L1 i L2 najednou, i během trénování</translation>
    </message>
</context>
<context>
    <name>PlayKeys</name>
    <message>
        <source>Nothing is trained on this page: F3 leads to those that show training.</source>
        <translation>Na této stránce se nic netrénuje: na stránky, kde je trénování vidět, přejdete klávesou F3.</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Validation accuracy</source>
        <translation>Validační přesnost</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
</context>
<context>
    <name>PolynomialView</name>
    <message>
        <source>Other points</source>
        <translation>Jiné body</translation>
    </message>
    <message>
        <source>New points</source>
        <translation>Nové body</translation>
    </message>
    <message>
        <source>Draw other noise around the same line</source>
        <translation>Vylosovat jiný šum kolem téže přímky</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Znovu</translation>
    </message>
    <message>
        <source>Go back to ten points and degree 9 without a penalty</source>
        <translation>Zpět k deseti bodům a stupni 9 bez penalizace</translation>
    </message>
    <message>
        <source>Held-out points</source>
        <translation>Odložené body</translation>
    </message>
    <message>
        <source>Show {0} points that nothing was fitted to</source>
        <translation>Ukázat {0} bodů, kterými se nic neprokládalo</translation>
    </message>
    <message>
        <source>without penalty</source>
        <translation>bez penalizace</translation>
    </message>
    <message>
        <source>{0} coefficients</source>
        <translation>{0} koeficientů</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Stupeň</translation>
    </message>
    <message>
        <source>degree</source>
        <translation>stupeň</translation>
    </message>
    <message>
        <source>where it tends to</source>
        <translation>kam směřuje</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>gradientní sestup</translation>
    </message>
    <message>
        <source>Steps of gradient descent</source>
        <translation>Kroky gradientního sestupu</translation>
    </message>
    <message>
        <source>step</source>
        <translation>krok</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>největší</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Chyba</translation>
    </message>
    <message>
        <source>How far the polynomial is off the true line: the root mean square over −0.97 … 0.97. The axis goes by powers of ten.</source>
        <translation>O kolik se polynom liší od skutečné přímky: odmocnina ze střední kvadratické odchylky na −0,97 … 0,97. Osa jde po mocninách deseti.</translation>
    </message>
    <message>
        <source>Size of the coefficients</source>
        <translation>Velikost koeficientů</translation>
    </message>
    <message>
        <source>‖c‖, the root of the sum of all c², and the largest |c|: past the peak they fall as the error does</source>
        <translation>‖c‖, odmocnina ze součtu všech c², a největší |c|: za vrcholem klesají stejně jako chyba</translation>
    </message>
    <message>
        <source>Draw other points of the same line</source>
        <translation>Vylosovat jiné body téže přímky</translation>
    </message>
    <message>
        <source>Go back to the first fifteen points and the peak</source>
        <translation>Vrátit se k prvním patnácti bodům a k vrcholu</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Descend</source>
        <translation>Sestupovat</translation>
    </message>
    <message>
        <source>Let gradient descent take step after step, or pause it</source>
        <translation>Nechat gradientní sestup dělat krok za krokem, nebo ho pozastavit</translation>
    </message>
</context>
<context>
    <name>PresenterWindow</name>
    <message>
        <source>Notes for the lecturer</source>
        <translation>Poznámky pro přednášejícího</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>Od začátku</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>V plánu</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Poznámky</translation>
    </message>
    <message>
        <source>The audience sees</source>
        <translation>Posluchači vidí</translation>
    </message>
    <message>
        <source>The notes are hidden: the audience looks at this screen.</source>
        <translation>Poznámky jsou skryté: na tuto obrazovku se dívají posluchači.</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ Zpět</translation>
    </message>
    <message>
        <source>Go back to the step before</source>
        <translation>Vrátit se k předchozímu kroku</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>Dál ▶</translation>
    </message>
    <message>
        <source>Go on, in the main window</source>
        <translation>Pokračovat v hlavním okně</translation>
    </message>
    <message>
        <source>Exchange the screens of the notes and of the main window</source>
        <translation>Prohodit obrazovky poznámek a hlavního okna</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>Prohodit obrazovky</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>konec</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>Dále: {0}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>{images_file} holds {images} images but {labels_file} holds {labels} labels: they do not belong together.</source>
        <translation>{images_file} obsahuje {images} obrázků, ale {labels_file} {labels} štítků: nepatří k sobě.</translation>
    </message>
    <message>
        <source>{file} holds {images} images, but it takes {least} or more to train and to validate.</source>
        <translation>{file} obsahuje {images} obrázků, ale k trénování a validaci jich je třeba aspoň {least}.</translation>
    </message>
    <message>
        <source>{file} holds images of another size than {other_file}: they do not belong together.</source>
        <translation>{file} obsahuje obrázky jiné velikosti než {other_file}: nepatří k sobě.</translation>
    </message>
    <message>
        <source>The measuring ended unexpectedly (perhaps out of memory): ask for it again.</source>
        <translation>Měření nečekaně skončilo (možná došla paměť): spusťte ho znovu.</translation>
    </message>
    <message>
        <source>The measuring did not answer and was ended: ask for it again.</source>
        <translation>Měření neodpovídalo a bylo ukončeno: spusťte ho znovu.</translation>
    </message>
    <message>
        <source>{file} has the label {label}, but labels must be 0 to 9.</source>
        <translation>{file} obsahuje štítek {label}, ale štítky musí být 0 až 9.</translation>
    </message>
    <message>
        <source>{file} should hold {size} values but holds {length}: copy it again.</source>
        <translation>{file} má obsahovat {size} hodnot, ale obsahuje {length}: zkopírujte ho znovu.</translation>
    </message>
    <message>
        <source>{file} is not compressed with gzip: use the .gz file as it is published.</source>
        <translation>{file} není komprimován programem gzip: použijte soubor .gz tak, jak je zveřejněn.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off: copy it again.</source>
        <translation>{file} je poškozený nebo neúplný: zkopírujte ho znovu.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} nelze přečíst ({reason}).</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe: choose a file.</source>
        <translation>{file} je zařízení nebo roura: vyberte soubor.</translation>
    </message>
    <message>
        <source>{file} is cut off within its header: copy it again.</source>
        <translation>{file} končí uprostřed hlavičky: zkopírujte ho znovu.</translation>
    </message>
    <message>
        <source>{file} begins with the number {found}, not {magic}: it is not the kind of IDX file that is needed here.</source>
        <translation>{file} začíná číslem {found}, nikoli {magic}: není to ten druh souboru IDX, který je zde potřeba.</translation>
    </message>
    <message>
        <source>{file} says that it holds {sizes} values: that cannot be right.</source>
        <translation>{file} tvrdí, že obsahuje {sizes} hodnot: to nemůže být pravda.</translation>
    </message>
    <message>
        <source>“{key}” must be a whole number, not {value}.</source>
        <translation>„{key}“ musí být celé číslo, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be between {low} and {high}, not {value}.</source>
        <translation>„{key}“ musí být mezi {low} a {high}, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be a number, not {value}.</source>
        <translation>„{key}“ musí být číslo, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be a finite number, not {value}.</source>
        <translation>„{key}“ musí být konečné číslo, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must fulfil {range}, not {value}.</source>
        <translation>„{key}“ musí splňovat {range}, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be one of {names}, not {value}.</source>
        <translation>„{key}“ musí být jedno z {names}, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be true or false, not {value}.</source>
        <translation>„{key}“ musí být true nebo false, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be a list of at most {most} numbers of neurons, such as [30], not {value}.</source>
        <translation>„{key}“ musí být seznam nejvýše {most} počtů neuronů, například [30], nikoli {value}.</translation>
    </message>
    <message>
        <source>This is not an experiment file: it must be a JSON object, not {value}.</source>
        <translation>Tohle není soubor s experimentem: musí to být objekt JSON, nikoli {value}.</translation>
    </message>
    <message>
        <source>This is not an experiment file: its “format” is not {format}.</source>
        <translation>Tohle není soubor s experimentem: jeho „format“ není {format}.</translation>
    </message>
    <message>
        <source>“version” is {value}, but this program reads version {version}: open the file with a newer nnreg-gui.</source>
        <translation>„version“ je {value}, ale tento program čte verzi {version}: otevřete soubor v novějším nnreg-gui.</translation>
    </message>
    <message>
        <source>“{key}” is not a setting of an experiment.</source>
        <translation>„{key}“ není nastavení experimentu.</translation>
    </message>
    <message>
        <source>“{key}” stands twice in the file: keep one of them.</source>
        <translation>„{key}“ je v souboru dvakrát: ponechte jen jedno.</translation>
    </message>
    <message>
        <source>This is not an experiment file but a picture.</source>
        <translation>Tohle není experiment, ale obrázek.</translation>
    </message>
    <message>
        <source>This is not an experiment file but packed data.</source>
        <translation>Tohle není experiment, ale zabalená data.</translation>
    </message>
    <message>
        <source>This is not an experiment file but one of digits (IDX).</source>
        <translation>Tohle není experiment, ale soubor s číslicemi (IDX).</translation>
    </message>
    <message>
        <source>This is not an experiment file but a table of curves.</source>
        <translation>Tohle není experiment, ale tabulka křivek.</translation>
    </message>
    <message>
        <source>“{key}” must be a JSON object, not {value}.</source>
        <translation>„{key}“ musí být objekt JSON, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” is {m}, more than the {n} training images: choose a smaller mini-batch.</source>
        <translation>„{key}“ je {m}, víc než {n} trénovacích obrázků: zvolte menší minibatch.</translation>
    </message>
    <message>
        <source>Early stopping: threshold</source>
        <translation>Předčasné ukončení: práh</translation>
    </message>
    <message>
        <source>“{key}” must be “{name}” or a JSON object that describes a data set, not {value}.</source>
        <translation>„{key}“ musí být „{name}“, nebo objekt JSON, který popisuje dataset, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” is missing in the description of a data set.</source>
        <translation>V popisu datasetu chybí „{key}“.</translation>
    </message>
    <message>
        <source>“{key}” must be “{begins}” and 64 hexadecimal digits, not {value}.</source>
        <translation>„{key}“ musí být „{begins}“ a 64 šestnáctkových číslic, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be a plain text of at most {most} characters, not {value}.</source>
        <translation>„{key}“ musí být prostý text o nejvýše {most} znacích, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” must be a list of {fewest} to {most} names, not {value}.</source>
        <translation>„{key}“ musí být seznam {fewest} až {most} názvů, nikoli {value}.</translation>
    </message>
    <message>
        <source>“{key}” names a class twice: give each a name of its own.</source>
        <translation>„{key}“ uvádí jednu třídu dvakrát: dejte každé vlastní název.</translation>
    </message>
    <message>
        <source>{part} does not name a data set as a copied line does, such as {example}.</source>
        <translation>{part} neoznačuje datovou sadu tak, jak to dělá zkopírovaný řádek, například {example}.</translation>
    </message>
    <message>
        <source>The line is about the data set {key} of {height} × {width} pixels, which is not open: open its images, then paste the line again.</source>
        <translation>Řádek patří k datové sadě {key} s obrázky {height} × {width} pixelů, která není otevřená: otevřete ji a vložte řádek znovu.</translation>
    </message>
    <message>
        <source>The images of “{name}” are not open: open {path} as a data set, or wherever it lies now.</source>
        <translation>Obrázky datasetu „{name}“ nejsou otevřené: otevřete jako dataset {path}, nebo místo, kde leží teď.</translation>
    </message>
    <message>
        <source>The workers of the cluster have only the digits that come with the program, not “{name}”: train on this computer.</source>
        <translation>Clusterové procesy mají jen číslice dodané s programem, ne „{name}“: trénujte na tomto počítači.</translation>
    </message>
    <message>
        <source>“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not below 1, so every step would flip the sign of the weights; choose a smaller λ or η.</source>
        <translation>„{key}“ je příliš velké: pro η = {eta}, λ = {lambda_}, n = {n} je ηλ/n = {step}, tedy ne menší než 1, a každý krok by vahám obrátil znaménko. Zvolte menší λ nebo η.</translation>
    </message>
    <message>
        <source>“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not below 1, so every step would throw weights of usual size across 0; choose a smaller λ or η.</source>
        <translation>„{key}“ je příliš velké: pro η = {eta}, λ = {lambda_}, n = {n} je ηλ/n = {step}, tedy ne menší než 1, a každý krok by váhy obvyklé velikosti přehodil přes nulu. Zvolte menší λ nebo η.</translation>
    </message>
    <message>
        <source>“{key}” is a setting that this program does not know: open the file with a newer nnreg-gui.</source>
        <translation>Nastavení „{key}“ tento program nezná; soubor zapsal novější. Otevřete ho v novějším nnreg-gui.</translation>
    </message>
    <message>
        <source>This is not an experiment file.</source>
        <translation>Tohle není soubor s experimentem.</translation>
    </message>
    <message>
        <source>This is not an experiment file: line {line} is not valid JSON.</source>
        <translation>Tohle není soubor s experimentem: řádek {line} není platný JSON.</translation>
    </message>
    <message>
        <source>This is not an experiment file but a session of runs: open it as a session.</source>
        <translation>Tohle není experiment, ale sezení s běhy: otevřete ho jako sezení.</translation>
    </message>
    <message>
        <source>“{key}” is {n}, but there are only {available} training images.</source>
        <translation>„{key}“: {n}, ale trénovacích obrázků je jen {available}.</translation>
    </message>
    <message>
        <source>Data, network, cost, mini-batch, epochs and seed cannot change while a run goes on.</source>
        <translation>Data, síť, účelovou funkci, minibatch, počet epoch a seed nelze měnit během tréninku.</translation>
    </message>
    <message>
        <source>The run diverged in epoch {epoch} with η = {eta}, λ = {lambda_}, n = {n}: its numbers grew beyond all bounds. Choose a smaller learning rate η.</source>
        <translation>Běh v {epoch}. epoše divergoval (η = {eta}, λ = {lambda_}, n = {n}). Zvolte menší rychlost učení η.</translation>
    </message>
    <message>
        <source>Windows PowerShell, which manages shortcuts, failed: {reason}. Check that PowerShell is allowed on this computer and that your desktop can be written to.</source>
        <translation>Windows PowerShell, který spravuje zástupce, selhal: {reason}. Ověřte, že je PowerShell na tomto počítači povolen a že lze zapisovat na plochu.</translation>
    </message>
    <message>
        <source>The program&apos;s file {name} is missing: please install nnreg-gui again.</source>
        <translation>Chybí soubor programu {name}: nainstalujte prosím nnreg-gui znovu.</translation>
    </message>
    <message>
        <source>Windows does not let the program register its files: {reason}. The launcher works without that.</source>
        <translation>Windows programu nedovolí zaregistrovat jeho soubory: {reason}. Spouštěč funguje i bez toho.</translation>
    </message>
    <message>
        <source>The launcher could not be written to {path}: {reason}. Check that you may write to that folder and that the disk is not full, then try again.</source>
        <translation>Spouštěč nelze zapsat do {path}: {reason}. Ověřte, že do té složky smíte zapisovat a že disk není plný, a zkuste to znovu.</translation>
    </message>
    <message>
        <source>The launcher {path} could not be removed: {reason}. Check that you may write to its folder, or delete the file yourself.</source>
        <translation>Spouštěč {path} nelze odstranit: {reason}. Ověřte, že do jeho složky smíte zapisovat, nebo soubor smažte sami.</translation>
    </message>
    <message>
        <source>The engine process ended unexpectedly (perhaps out of memory). The curves so far are kept; press Start to train again.</source>
        <translation>Výpočetní proces nečekaně skončil (možná došla paměť). Dosavadní křivky zůstávají; stiskněte Start a trénujte znovu.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}). Choose another folder, or make room on the disk.</source>
        <translation>{file} nelze zapsat ({reason}). Zvolte jinou složku, nebo uvolněte místo na disku.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: choose a smaller one.</source>
        <translation>Pro tuto síť nestačí paměť: zvolte menší.</translation>
    </message>
    <message>
        <source>This ended because of a fault in the program ({error}).</source>
        <translation>Skončilo to kvůli chybě v programu ({error}).</translation>
    </message>
    <message>
        <source>This is no session file but perhaps an experiment: open it as an experiment.</source>
        <translation>Tohle není soubor sezení, ale možná experiment: otevřete ho jako experiment.</translation>
    </message>
    <message>
        <source>This is not a session file: open one that was saved as a session of runs.</source>
        <translation>Tohle není soubor sezení: otevřete soubor, do kterého bylo uloženo sezení s běhy.</translation>
    </message>
    <message>
        <source>The session file is damaged or cut off: take another copy of it.</source>
        <translation>Soubor sezení je poškozený nebo neúplný: použijte jinou kopii.</translation>
    </message>
    <message>
        <source>The session file is of version {value}, but this program reads version {version}: open it with a newer nnreg-gui.</source>
        <translation>Soubor sezení má verzi {value}, ale tento program čte verzi {version}: otevřete ho v novějším nnreg-gui.</translation>
    </message>
    <message>
        <source>The session file cannot be right: in it, a “{key}” is {value}, but it must be between 0 and {high}.</source>
        <translation>Soubor sezení nemůže být v pořádku: hodnota „{key}“ je v něm {value}, ale musí být mezi 0 a {high}.</translation>
    </message>
    <message>
        <source>A session holds up to {most} runs, and these are {count}: remove some of them.</source>
        <translation>Do sezení se vejde nejvýše {most} běhů, těchto je {count}: některé odeberte.</translation>
    </message>
    <message>
        <source>These runs would take {size} MB, but a session holds up to {most} MB: remove some of those with the largest networks.</source>
        <translation>Tyto běhy by zabraly {size} MB, do sezení se ale vejde nejvýše {most} MB: odeberte některé z těch s největšími sítěmi.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {file}.</source>
        <translation>Na otevření souboru {file} nestačí paměť.</translation>
    </message>
    <message>
        <source>There is no experiment to paste: copy a line such as {example} first.</source>
        <translation>Ve schránce není experiment: zkopírujte nejprve řádek jako {example}.</translation>
    </message>
    <message>
        <source>{part} is not a setting of an experiment.</source>
        <translation>{part} není nastavení experimentu.</translation>
    </message>
    <message>
        <source>{part} says what was said before: keep one of them.</source>
        <translation>{part} opakuje nastavení, které už bylo uvedeno: nechte jen jedno.</translation>
    </message>
    <message>
        <source>The runs cannot be kept for the case that the program crashes ({reason}): make room on the disk, or save them as a session.</source>
        <translation>Běhy nelze průběžně zálohovat pro případ pádu programu ({reason}): uvolněte místo na disku, nebo je uložte jako sezení.</translation>
    </message>
    <message>
        <source>Some of the runs that were kept cannot be read; their files are in {folder}.</source>
        <translation>Některé ze zálohovaných běhů nelze přečíst; jejich soubory jsou ve složce {folder}.</translation>
    </message>
    <message>
        <source>There is not enough memory for all runs that were kept: the others stay in {folder}.</source>
        <translation>Na všechny zálohované běhy nestačí paměť: zbylé zůstávají ve složce {folder}.</translation>
    </message>
    <message>
        <source>Nothing can be trained beside the window here: its processes end at once.</source>
        <translation>Tady nelze vedle okna nic trénovat: jeho procesy hned skončí.</translation>
    </message>
    <message>
        <source>Training crashed {times} times (perhaps out of memory); stopped trying.</source>
        <translation>Trénink {times}krát spadl (možná nestačila paměť); program to už nezkouší.</translation>
    </message>
    <message>
        <source>The connection to the cluster was lost. What was found is kept; the rest is trained again.</source>
        <translation>Spojení s clusterem se přerušilo. Co se našlo, zůstává; zbytek se trénuje znovu.</translation>
    </message>
    <message>
        <source>Training crashed several workers of the cluster (perhaps out of memory); stopped trying.</source>
        <translation>Trénink shodil několik workerů clusteru (možná nestačila paměť); program to už nezkouší.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {mistake}</source>
        <translation>{file}, řádek {line}: {mistake}</translation>
    </message>
    <message>
        <source>{file}: {mistake}</source>
        <translation>{file}: {mistake}</translation>
    </message>
    <message>
        <source>“{name}” cannot stand here: there is nothing to choose from.</source>
        <translation>„{name}“ tu být nemůže: není z čeho vybírat.</translation>
    </message>
    <message>
        <source>“{name}” is not known here (did you mean “{nearest}”?): allowed are {names}.</source>
        <translation>„{name}“ tu neznáme (nemělo to být „{nearest}“?): dovoleno je {names}.</translation>
    </message>
    <message>
        <source>“{name}” is not known here: allowed are {names}.</source>
        <translation>„{name}“ tu neznáme: dovoleno je {names}.</translation>
    </message>
    <message>
        <source>This file cannot be read ({reason}).</source>
        <translation>Tento soubor nelze přečíst ({reason}).</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Toto není obyčejný soubor.</translation>
    </message>
    <message>
        <source>This file is larger than 1 MB, which no lesson is.</source>
        <translation>Tento soubor je větší než 1 MB, a tak velká žádná lekce není.</translation>
    </message>
    <message>
        <source>This is not written in UTF-8.</source>
        <translation>Toto není zapsáno v UTF-8.</translation>
    </message>
    <message>
        <source>This is not valid TOML ({reason}).</source>
        <translation>Toto není platný TOML ({reason}).</translation>
    </message>
    <message>
        <source>A line must not be longer than {most} characters.</source>
        <translation>Řádek smí mít nejvýše {most} znaků.</translation>
    </message>
    <message>
        <source>This is not valid TOML.</source>
        <translation>Toto není platný TOML.</translation>
    </message>
    <message>
        <source>A lesson has at most {most} runs, not {count}.</source>
        <translation>Lekce má nejvýše {most} běhů, ne {count}.</translation>
    </message>
    <message>
        <source>A lesson has 1 to {most} steps, not {count}.</source>
        <translation>Lekce má 1 až {most} kroků, ne {count}.</translation>
    </message>
    <message>
        <source>The format of a lesson is “{format}”, not {value}.</source>
        <translation>Formát lekce je „{format}“, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” is missing here.</source>
        <translation>Chybí tu „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” must be a text in quotes, not {value}.</source>
        <translation>„{name}“ musí být text v uvozovkách, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be true or false, not {value}.</source>
        <translation>„{name}“ musí být true, nebo false, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be a whole number, not {value}.</source>
        <translation>„{name}“ musí být celé číslo, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be a number, not {value}.</source>
        <translation>„{name}“ musí být číslo, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be between {low} and {high}, not {value}.</source>
        <translation>„{name}“ musí být mezi {low} a {high}, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be a list of texts in quotes, not {value}.</source>
        <translation>„{name}“ musí být seznam textů v uvozovkách, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” stands there twice: keep one of them.</source>
        <translation>„{name}“ je tam dvakrát: nechte jen jedno.</translation>
    </message>
    <message>
        <source>“{name}” must be a table, not {value}.</source>
        <translation>„{name}“ musí být tabulka, ne {value}.</translation>
    </message>
    <message>
        <source>“{name}” must be tables that begin with [[…{name}]], not {value}.</source>
        <translation>„{name}“ musí být tabulky uvozené [[…{name}]], ne {value}.</translation>
    </message>
    <message>
        <source>Figures in braces may stand only in “seen”, “otherwise” and “beside”.</source>
        <translation>Údaje ve složených závorkách smějí být jen v „seen“, „otherwise“ a „beside“.</translation>
    </message>
    <message>
        <source>A text needs its language: write {name}.en = …</source>
        <translation>Text potřebuje jazyk: napište {name}.en = …</translation>
    </message>
    <message>
        <source>A text has at most {most} sentences, not {count}.</source>
        <translation>Vět může mít text nejvýše {most}, ne {count}.</translation>
    </message>
    <message>
        <source>The English text is missing: write {name}.en = …</source>
        <translation>Chybí anglický text: napište {name}.en = …</translation>
    </message>
    <message>
        <source>A text must not be longer than {most} characters here, and this has {length}.</source>
        <translation>Text tu smí mít nejvýše {most} znaků, a tento jich má {length}.</translation>
    </message>
    <message>
        <source>A run is called by letters, digits and _, such as “off”, not “{name}”.</source>
        <translation>Jméno běhu tvoří písmena, číslice a _, například „off“, ne „{name}“.</translation>
    </message>
    <message>
        <source>A run comes from a scenario or from an earlier run, not from both.</source>
        <translation>Běh vychází ze scénáře, nebo z dřívějšího běhu, ne z obojího.</translation>
    </message>
    <message>
        <source>An id has small letters, digits and hyphens, at most 40, and {value} is none.</source>
        <translation>Id tvoří nejvýše 40 malých písmen, číslic a spojovníků, a {value} takové není.</translation>
    </message>
    <message>
        <source>The step of line {other} has the id “{name}”, too: give one of them another.</source>
        <translation>Id „{name}“ má i krok na řádku {other}: dejte jednomu z nich jiné.</translation>
    </message>
    <message>
        <source>“otherwise” is said where “holds” is false, and there is no “holds”.</source>
        <translation>„otherwise“ se říká, když „holds“ neplatí, a „holds“ tu není.</translation>
    </message>
    <message>
        <source>A question has {fewest} to {most} choices, not {count}.</source>
        <translation>Otázka má {fewest} až {most} možnosti, ne {count}.</translation>
    </message>
    <message>
        <source>None of the choices can be right: give one of them “right = …”.</source>
        <translation>Žádná z možností nemůže být správná: dejte jedné z nich „right = …“.</translation>
    </message>
    <message>
        <source>“{name}” has {count} choices, and this question has {own}.</source>
        <translation>Počet možností v „{name}“ je {count}, ale v této otázce {own}.</translation>
    </message>
    <message>
        <source>“right” must be a condition in quotes, true or false.</source>
        <translation>„right“ musí být podmínka v uvozovkách, true, nebo false.</translation>
    </message>
    <message>
        <source>“step” must be above 0.</source>
        <translation>„step“ musí být větší než 0.</translation>
    </message>
    <message>
        <source>The unit of {name} is “{unit}”.</source>
        <translation>Jednotka pro {name} je „{unit}“.</translation>
    </message>
    <message>
        <source>A curve goes through points or over the epochs of a run, not both.</source>
        <translation>Křivka prochází body, nebo epochami běhu, ne obojím.</translation>
    </message>
    <message>
        <source>“points” must be a list of pairs such as {example}.</source>
        <translation>„points“ musí být seznam dvojic, například {example}.</translation>
    </message>
    <message>
        <source>A curve has {fewest} to {most} points, not {count}.</source>
        <translation>Křivka má {fewest} až {most} bodů, ne {count}.</translation>
    </message>
    <message>
        <source>“high” must be above “low”.</source>
        <translation>„high“ musí být větší než „low“.</translation>
    </message>
    <message>
        <source>A number is asked for, but {text} is true or false.</source>
        <translation>Otázka je na číslo, ale {text} buď platí, nebo neplatí.</translation>
    </message>
    <message>
        <source>The unit of {text} is “{fitting}”, not “{unit}”.</source>
        <translation>Jednotka pro {text} je „{fitting}“, ne „{unit}“.</translation>
    </message>
    <message>
        <source>“{name}” must be a condition, such as {example}.</source>
        <translation>„{name}“ musí být podmínka, například {example}.</translation>
    </message>
    <message>
        <source>The run “{run}” is not trained yet: name it in “runs” of this step or an earlier one.</source>
        <translation>Běh „{run}“ ještě není natrénovaný: uveďte ho v „runs“ tohoto nebo dřívějšího kroku.</translation>
    </message>
    <message>
        <source>“{name}” takes a run with several seeds, and “{run}” has one: write seeds = 5.</source>
        <translation>„{name}“ potřebuje běh s více seedy, a „{run}“ má jeden: napište seeds = 5.</translation>
    </message>
    <message>
        <source>“{name}” takes a run with dropout, and “{run}” has none.</source>
        <translation>„{name}“ potřebuje běh s dropoutem, a „{run}“ ho nemá.</translation>
    </message>
    <message>
        <source>A brace has no partner: figures stand between {{ and }}, and a brace itself is doubled.</source>
        <translation>Složená závorka nemá druhou do páru: údaje jsou mezi {{ a }}, závorka sama se zdvojuje.</translation>
    </message>
    <message>
        <source>After the colon stands the number of decimals, 0 to {most}, not “{text}”.</source>
        <translation>Za dvojtečkou je počet desetinných míst, 0 až {most}, ne „{text}“.</translation>
    </message>
    <message>
        <source>A sentence is filled in with numbers, but this is true or false.</source>
        <translation>Do věty se doplňují čísla, ale toto buď platí, nebo neplatí.</translation>
    </message>
    <message>
        <source>An expression must not be longer than {most} characters.</source>
        <translation>Výraz smí mít nejvýše {most} znaků.</translation>
    </message>
    <message>
        <source>{text} cannot be computed: allowed are figures such as {example}, functions, numbers, + - * / and parentheses, comparisons, and, or, not.</source>
        <translation>{text} nelze spočítat: dovoleny jsou údaje jako {example}, funkce, čísla, + - * / a závorky, porovnání, and, or, not.</translation>
    </message>
    <message>
        <source>An expression must not be nested more than {most} times.</source>
        <translation>Výraz smí být vnořený nejvýše do hloubky {most}.</translation>
    </message>
    <message>
        <source>{text} is true or false, but a number is needed here.</source>
        <translation>{text} buď platí, nebo neplatí, ale tady je třeba číslo.</translation>
    </message>
    <message>
        <source>{text} is a number, but a condition is needed here.</source>
        <translation>{text} je číslo, ale tady je třeba podmínka.</translation>
    </message>
    <message>
        <source>{text} must be a number or a name.</source>
        <translation>{text} musí být číslo, nebo jméno.</translation>
    </message>
    <message>
        <source>Only “beside” may say what was guessed.</source>
        <translation>Co se tipovalo, smí říkat jen „beside“.</translation>
    </message>
    <message>
        <source>{text} is not what “{name}” takes: it is written {form}.</source>
        <translation>{text} není správný zápis funkce „{name}“: píše se {form}.</translation>
    </message>
    <message>
        <source>A number in an expression is too large.</source>
        <translation>Číslo ve výrazu je příliš velké.</translation>
    </message>
    <message>
        <source>An accuracy and a number of epochs, images or parameters cannot be added or compared.</source>
        <translation>Přesnost nelze sčítat ani porovnávat s počtem epoch, obrázků nebo parametrů.</translation>
    </message>
    <message>
        <source>Accuracies lie between 0 and 1 in expressions, so {number} is too much: 95 % is written 0.95, and two points are 0.02.</source>
        <translation>Přesnosti jsou ve výrazech mezi 0 a 1, takže {number} je moc: 95 % se píše 0.95 a dva body 0.02.</translation>
    </message>
    <message>
        <source>A process of the search ended unexpectedly (perhaps out of memory). What was found is kept; the rest is trained again.</source>
        <translation>Jeden z procesů hledání nečekaně skončil (možná nestačila paměť). Co se našlo, zůstává; zbytek se trénuje znovu.</translation>
    </message>
    <message>
        <source>The search made no progress for {seconds} s: wait, or end it; what was found is kept.</source>
        <translation>Hledání {seconds} s nepokročilo: počkejte, nebo je ukončete; co se našlo, zůstane.</translation>
    </message>
    <message>
        <source>To train on a cluster, a part of the program is missing: install it with {command}.</source>
        <translation>K trénování na clusteru chybí část programu: nainstalujte ji příkazem {command}.</translation>
    </message>
    <message>
        <source>The cluster at {address} cannot be reached ({reason}): check the address, and that a dask scheduler is running there.</source>
        <translation>Cluster na adrese {address} není dostupný ({reason}): zkontrolujte adresu a zda tam běží dask scheduler.</translation>
    </message>
    <message>
        <source>The cluster at {address} has no workers: start some with {command}.</source>
        <translation>Cluster na adrese {address} nemá žádné workery: spusťte je příkazem {command}.</translation>
    </message>
    <message>
        <source>The workers of the cluster cannot train ({reason}): they need the same nnreg-gui.</source>
        <translation>Workeři clusteru nemohou trénovat ({reason}): potřebují stejný nnreg-gui.</translation>
    </message>
    <message>
        <source>{file} must have the name of a class in each line.</source>
        <translation>{file} musí mít na každém řádku název jedné třídy.</translation>
    </message>
    <message>
        <source>{file} is not written in UTF-8: save it so.</source>
        <translation>{file} není v kódování UTF-8: uložte ho v něm.</translation>
    </message>
    <message>
        <source>The name of the class {label} cannot be read: give it another.</source>
        <translation>Název třídy {label} nelze přečíst: přejmenujte ji.</translation>
    </message>
    <message>
        <source>Two classes are called {label}: give one of them another name.</source>
        <translation>Dvě třídy se jmenují {label}: jednu z nich přejmenujte.</translation>
    </message>
    <message>
        <source>{file} has a line that is too long for an image.</source>
        <translation>{file} má řádek, který je na jeden obrázek příliš dlouhý.</translation>
    </message>
    <message>
        <source>{file} has more than a million lines: choose a smaller data set.</source>
        <translation>{file} má přes milion řádků: zvolte menší datovou sadu.</translation>
    </message>
    <message>
        <source>Line {line} of {file} is not as long as the first (values: {found}, not {columns}).</source>
        <translation>Řádek {line} souboru {file} není tak dlouhý jako první (počet hodnot: {found}, nikoli {columns}).</translation>
    </message>
    <message>
        <source>Line {line} of {file} has “{text}” where a number must stand.</source>
        <translation>Na řádku {line} souboru {file} je „{text}“, kde má být číslo.</translation>
    </message>
    <message>
        <source>There are no images with labels in these tables.</source>
        <translation>V těchto tabulkách nejsou žádné obrázky se štítky.</translation>
    </message>
    <message>
        <source>{file} is no table of images: a line takes a label and the pixels of a square, such as 1 + 784 values, and here it has {columns}.</source>
        <translation>{file} není tabulka obrázků: na řádku má být štítek a pixely čtverce, třeba 1 + 784 hodnot, a zde jich je {columns}.</translation>
    </message>
    <message>
        <source>{file} was left aside: it has no images with labels.</source>
        <translation>Soubor {file} zůstal stranou: nejsou v něm obrázky se štítky.</translation>
    </message>
    <message>
        <source>There are more images than fit: {taken} of {count} were drawn at random.</source>
        <translation>Obrázků je víc, než se vejde: náhodně se vybralo {taken} z {count}.</translation>
    </message>
    <message>
        <source>{file} holds neither images nor labels.</source>
        <translation>{file} neobsahuje ani obrázky, ani štítky.</translation>
    </message>
    <message>
        <source>There are no pictures here: PNG, JPEG or BMP, a folder for each class.</source>
        <translation>Nejsou zde žádné obrázky: patří sem PNG, JPEG nebo BMP, pro každou třídu jedna složka.</translation>
    </message>
    <message>
        <source>There are more than {most} folders here: choose a smaller data set.</source>
        <translation>Je zde víc než {most} složek: zvolte menší datovou sadu.</translation>
    </message>
    <message>
        <source>Files that are no PNG, JPEG or BMP were left aside: {count}.</source>
        <translation>Stranou zůstaly soubory, které nejsou PNG, JPEG ani BMP: {count}.</translation>
    </message>
    <message>
        <source>Pictures cannot be read here ({reason}).</source>
        <translation>Obrázky zde nelze číst ({reason}).</translation>
    </message>
    <message>
        <source>The pictures have several sizes: each was fitted into {side} × {side}.</source>
        <translation>Obrázky mají různé velikosti: každý se vměstnal do {side} × {side}.</translation>
    </message>
    <message>
        <source>What was transparent became white.</source>
        <translation>Průhledná místa jsou teď bílá.</translation>
    </message>
    <message>
        <source>There are more than {most} files here: choose a smaller data set.</source>
        <translation>Je zde víc než {most} souborů: zvolte menší datovou sadu.</translation>
    </message>
    <message>
        <source>{file} has the value {value} where a shade of grey stands: only 0 to 255 can be one.</source>
        <translation>{file} má místo odstínu šedi hodnotu {value}: odstín může být jen od 0 do 255.</translation>
    </message>
    <message>
        <source>Colours were made grey.</source>
        <translation>Barvy se převedly na odstíny šedi.</translation>
    </message>
    <message>
        <source>The images of {height} × {width} pixels were made smaller: {small_height} × {small_width}.</source>
        <translation>Obrázky {height} × {width} pixelů se zmenšily na {small_height} × {small_width}.</translation>
    </message>
    <message>
        <source>{file} holds images of {height} × {width} pixels, but it takes 8 × 8 or more to see anything.</source>
        <translation>{file} obsahuje obrázky {height} × {width} pixelů, ale aby bylo něco vidět, je třeba aspoň 8 × 8.</translation>
    </message>
    <message>
        <source>{file} says that it holds {count} images of {height} × {width} pixels: that is nothing to train on here.</source>
        <translation>{file} má podle záhlaví obsahovat {count} obrázků {height} × {width} pixelů: na tom se zde učit nedá.</translation>
    </message>
    <message>
        <source>The values from 0 to {highest} became shades from 0 to 255.</source>
        <translation>Z hodnot od 0 do {highest} jsou odstíny od 0 do 255.</translation>
    </message>
    <message>
        <source>“{label}” is only among the images to measure with: there must be images of it to train with, too.</source>
        <translation>„{label}“ je jen mezi obrázky k měření: musí být i mezi trénovacími.</translation>
    </message>
    <message>
        <source>{file} has the label {label}, but labels must be whole numbers from 0 on.</source>
        <translation>{file} má štítek {label}, ale štítky musí být celá čísla od 0 výš.</translation>
    </message>
    <message>
        <source>All images here are of one class, but it takes two to tell them apart.</source>
        <translation>Všechny obrázky jsou jedné třídy, ale rozlišovat lze nejméně dvě.</translation>
    </message>
    <message>
        <source>There are {count} classes here, but no more than {most} can be drawn side by side.</source>
        <translation>Tříd je zde {count}, ale vedle sebe jich lze nakreslit nejvýš {most}.</translation>
    </message>
    <message>
        <source>The labels {first} to {last} became 0 to {count}; the names of the classes tell which is which.</source>
        <translation>Ze štítků {first} až {last} jsou 0 až {count}; který je který, říkají názvy tříd.</translation>
    </message>
    <message>
        <source>The names of the classes were left aside: there are {count} names for {classes} classes.</source>
        <translation>Názvy tříd zůstaly stranou: názvů je {count}, ale tříd {classes}.</translation>
    </message>
    <message>
        <source>The images were dark on light: light and dark were exchanged, as 0 is the background.</source>
        <translation>Obrázky byly tmavé na světlém: světlá a tmavá se prohodily, protože 0 je pozadí.</translation>
    </message>
    <message>
        <source>The digits lay on their side, compared with MNIST&apos;s: rows and columns were exchanged.</source>
        <translation>Číslice proti těm z MNIST ležely na boku: řádky a sloupce se prohodily.</translation>
    </message>
    <message>
        <source>By its name this is EMNIST, and its ink is wider than tall: rows and columns were exchanged. Look whether the images are upright now.</source>
        <translation>Podle názvu je to EMNIST a kresba je širší než vyšší: řádky a sloupce se prohodily. Podívejte se, zda obrázky teď stojí.</translation>
    </message>
    <message>
        <source>{file} holds more arrays than a data set has: open one with fewer.</source>
        <translation>{file} obsahuje víc polí, než datová sada mívá: otevřete soubor, kde jich je méně.</translation>
    </message>
    <message>
        <source>{file} is stored column by column: save np.ascontiguousarray(…) of it.</source>
        <translation>{file} je uloženo po sloupcích: uložte z něj np.ascontiguousarray(…).</translation>
    </message>
    <message>
        <source>{file} is pickled, which could be a program: save it as an array of numbers.</source>
        <translation>{file} je uloženo přes pickle, což může být program: uložte ho jako pole čísel.</translation>
    </message>
    <message>
        <source>{file} is a single picture: open the folder with a sub-folder of pictures for each class.</source>
        <translation>{file} je jediný obrázek: otevřete složku, která má pro každou třídu podsložku s obrázky.</translation>
    </message>
    <message>
        <source>{file} is a single array: save images and labels together, as .npz.</source>
        <translation>{file} je jediné pole: uložte obrázky i štítky dohromady jako .npz.</translation>
    </message>
    <message>
        <source>{file} is empty: copy it again.</source>
        <translation>{file} je prázdný: zkopírujte ho znovu.</translation>
    </message>
    <message>
        <source>The pictures in {file} must lie in sub-folders, one for each class.</source>
        <translation>Obrázky ve složce {file} musí ležet v podsložkách, pro každou třídu jedna.</translation>
    </message>
    <message>
        <source>There is more than one data set here: open one of its files instead.</source>
        <translation>Je zde víc datových sad: otevřete místo toho jeden z jejich souborů.</translation>
    </message>
    <message>
        <source>There are images here but no labels, or labels but no images: add what is missing.</source>
        <translation>Jsou zde obrázky bez štítků, nebo štítky bez obrázků: doplňte, co chybí.</translation>
    </message>
    <message>
        <source>{file} is too large a picture: make it smaller, such as 28 × 28 pixels.</source>
        <translation>{file} je příliš velký obrázek: zmenšete ho, třeba na 28 × 28 pixelů.</translation>
    </message>
    <message>
        <source>{file} is larger than 2 GB: choose a smaller data set.</source>
        <translation>{file} má přes 2 GB: zvolte menší datovou sadu.</translation>
    </message>
    <message>
        <source>{file} is no data set that is known here: open IDX, .npz or CSV files, or a folder with a sub-folder of pictures for each class.</source>
        <translation>{file} není žádná datová sada, kterou program zná: otevřete soubory IDX, .npz nebo CSV, anebo složku, která má pro každou třídu podsložku s obrázky.</translation>
    </message>
    <message>
        <source>{file} holds more than it says at its beginning: copy it again.</source>
        <translation>{file} obsahuje víc, než říká jeho záhlaví: zkopírujte ho znovu.</translation>
    </message>
    <message>
        <source>{file} is still being written: open it when it is whole.</source>
        <translation>{file} se ještě zapisuje: otevřete ho, až bude celý.</translation>
    </message>
    <message>
        <source>There are no images to test with: {count} of the training images were drawn for it, always the same.</source>
        <translation>Testovací obrázky chybí: vylosovalo se na ně {count} trénovacích, vždy stejných.</translation>
    </message>
    <message>
        <source>There are only {images} images to train with, but it takes {least} or more.</source>
        <translation>Trénovacích obrázků je jen {images}, ale je jich třeba aspoň {least}.</translation>
    </message>
    <message>
        <source>There are no images for validation: {count} of the training images were drawn for it, always the same.</source>
        <translation>Validační obrázky chybí: vylosovalo se na ně {count} trénovacích, vždy stejných.</translation>
    </message>
    <message>
        <source>This is MNIST, which comes with the program.</source>
        <translation>Tohle je MNIST, který patří k programu.</translation>
    </message>
    <message>
        <source>The images stood there class by class: they were shuffled, always the same way.</source>
        <translation>Obrázky byly seřazeny po třídách: zamíchaly se, vždy stejně.</translation>
    </message>
</context>
<context>
    <name>PrunedHistogram</name>
    <message>
        <source>Weights of layer {0}</source>
        <translation>Váhy vrstvy {0}</translation>
    </message>
    <message>
        <source>Weights of layer {0} (square-root axis)</source>
        <translation>Váhy vrstvy {0} (odmocninová osa)</translation>
    </message>
    <message>
        <source>hatched: pruned
|w| ≤ {0}</source>
        <translation>šrafované: prořezané
|w| ≤ {0}</translation>
    </message>
</context>
<context>
    <name>PrunedView</name>
    <message>
        <source>{0} pruned</source>
        <translation>Prořezáno {0}</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>Běh {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} z {1}</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>Accuracy → fine-tuned</source>
        <translation>Přesnost → dotrénovaná</translation>
    </message>
    <message>
        <source>Fine-tuned</source>
        <translation>Dotrénovaná</translation>
    </message>
    <message>
        <source>This network is too large for its weights to be drawn; its accuracies are measured all the same.</source>
        <translation>Váhy takto velké sítě se nekreslí; přesnosti se přesto měří.</translation>
    </message>
    <message>
        <source>The weights of the selected run, and which of them are pruned.</source>
        <translation>Váhy vybraného běhu a které z nich se prořežou.</translation>
    </message>
    <message>
        <source>Weights that are not pruned, and all biases</source>
        <translation>Váhy, které nejsou prořezané, a všechny biasy</translation>
    </message>
    <message>
        <source>Validation accuracy of what is left, and after fine-tuning (A); with ≈, interpolated between two measured shares</source>
        <translation>Validační přesnost zbylé sítě a po dotrénování (A); ≈ znamená odhad mezi dvěma změřenými podíly</translation>
    </message>
    <message>
        <source>The weights from the pixels to its first neurons, before and after.</source>
        <translation>Váhy z pixelů do prvních neuronů, před prořezáním a po něm.</translation>
    </message>
    <message>
        <source>Parameters left</source>
        <translation>Zbývá parametrů</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
</context>
<context>
    <name>PruningActions</name>
    <message>
        <source>epochs</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>Epochs of fine-tuning</source>
        <translation>Epochy dotrénování</translation>
    </message>
    <message>
        <source>How many epochs the pruned network is trained on</source>
        <translation>Kolik dalších epoch se prořezaná síť trénuje</translation>
    </message>
    <message>
        <source>How far the fine-tuning is</source>
        <translation>Jak daleko je dotrénování</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Dotrénovat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Ponechat</translation>
    </message>
    <message>
        <source>Keep as a run</source>
        <translation>Ponechat jako běh</translation>
    </message>
    <message>
        <source>End the fine-tuning</source>
        <translation>Ukončit dotrénování</translation>
    </message>
    <message>
        <source>Train the pruned network on; what was pruned stays 0</source>
        <translation>Trénovat prořezanou síť dál; co je prořezané, zůstává 0</translation>
    </message>
    <message>
        <source>List the pruned network as a run, fine-tuned if that was done</source>
        <translation>Přidat prořezanou (případně dotrénovanou) síť mezi běhy</translation>
    </message>
</context>
<context>
    <name>PruningCurves</name>
    <message>
        <source>Weights pruned, the smallest first</source>
        <translation>Prořezané váhy, od nejmenších</translation>
    </message>
    <message>
        <source>regularized</source>
        <translation>s regularizací</translation>
    </message>
    <message>
        <source>not regularized</source>
        <translation>bez regularizace</translation>
    </message>
    <message>
        <source>{0} pruned</source>
        <translation>prořezáno {0}</translation>
    </message>
</context>
<context>
    <name>PruningHead</name>
    <message>
        <source>Whole</source>
        <translation>Celá</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Celá síť</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Vrstvy</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Po vrstvách</translation>
    </message>
    <message>
        <source>The smallest weights of all layers together are pruned (G)</source>
        <translation>Prořežou se nejmenší váhy všech vrstev dohromady (G)</translation>
    </message>
    <message>
        <source>Each layer loses the same share of its weights (G)</source>
        <translation>Každá vrstva ztratí stejný podíl svých vah (G)</translation>
    </message>
    <message>
        <source>What the share is of</source>
        <translation>Z čeho se podíl počítá</translation>
    </message>
    <message>
        <source>Pruned, %</source>
        <translation>Prořezáno, %</translation>
    </message>
    <message>
        <source>Share of the weights that is pruned, in percent</source>
        <translation>Kolik procent vah se prořeže</translation>
    </message>
    <message>
        <source>The smallest weights become 0; biases stay</source>
        <translation>Nejmenší váhy se nastaví na 0; biasy zůstávají</translation>
    </message>
</context>
<context>
    <name>PruningPage</name>
    <message>
        <source>This could not be trained: {0}</source>
        <translation>Nepodařilo se natrénovat: {0}</translation>
    </message>
    <message>
        <source>The networks are being pruned …</source>
        <translation>Sítě se prořezávají …</translation>
    </message>
    <message>
        <source>The networks are being trained …</source>
        <translation>Sítě se trénují …</translation>
    </message>
    <message>
        <source>Here you will see what pruned networks still recognize. Press S to train some.</source>
        <translation>Tady uvidíte, co prořezané sítě ještě rozpoznají. Natrénujete je klávesou S.</translation>
    </message>
    <message>
        <source>Here you will see how many validation images each network still recognizes when its smallest weights are taken away. Press S to train one network without regularization, one with L2 and one with L1.</source>
        <translation>Tady uvidíte, kolik validačních obrázků každá síť ještě rozpozná bez svých nejmenších vah. Klávesou S natrénujete jednu síť bez regularizace, jednu s L2 a jednu s L1.</translation>
    </message>
    <message>
        <source>Click or drag to prune so much; point at a value to read it. A diamond is a pruned network after fine-tuning.</source>
        <translation>Klepnutím nebo tažením zvolíte, kolik prořezat; ukázáním si přečtete hodnotu. Kosočtverec je prořezaná síť po dotrénování.</translation>
    </message>
</context>
<context>
    <name>PruningSentences</name>
    <message>
        <source>Nothing is pruned yet: move the slider, or drag the line in the picture.</source>
        <translation>Zatím není nic prořezáno: posuňte posuvník, nebo táhněte čáru v grafu.</translation>
    </message>
    <message>
        <source>Run {0} without the smallest {1} of each layer&apos;s weights ({2} of {3} parameters are left): {4} instead of {5} ({6} points).</source>
        <translation>Bez {1} nejmenších vah každé vrstvy (zbývá {2} z {3} parametrů) má běh {0} přesnost {4} místo {5} ({6} p. b.).</translation>
    </message>
    <message>
        <source>Run {0} without the smallest {1} of its weights ({2} of {3} parameters are left): {4} instead of {5} ({6} points).</source>
        <translation>Bez {1} nejmenších vah (zbývá {2} z {3} parametrů) má běh {0} přesnost {4} místo {5} ({6} p. b.).</translation>
    </message>
    <message>
        <source>run {0} {1}</source>
        <translation>běh {0} {1}</translation>
    </message>
    <message>
        <source>Change in points, one seed each: {0}.</source>
        <translation>Změna v p. b. (po jednom seedu): {0}.</translation>
    </message>
    <message>
        <source>How many weights can be taken away?</source>
        <translation>Kolik vah lze síti vzít?</translation>
    </message>
    <message>
        <source>Without {0} of its weights, run {1} recognizes {2}, not {3}.</source>
        <translation>Bez {0} vah má běh {1} přesnost {2} místo {3}.</translation>
    </message>
    <message>
        <source>Without {0} of its weights, run {1} still recognizes {2}.</source>
        <translation>I bez {0} vah má běh {1} přesnost {2}.</translation>
    </message>
    <message>
        <source>All runs withstand pruning {0} about equally: {2} to {1} points.</source>
        <translation>Prořezání {0} snášejí všechny běhy zhruba stejně: {2} až {1} p. b.</translation>
    </message>
    <message>
        <source>Run {1} ({2}) withstands pruning {0} better than run {3}: {4} points, not {5}.</source>
        <translation>Běh {1} ({2}) snese prořezání {0} lépe než běh {3}: {4} p. b., ne {5}.</translation>
    </message>
    <message>
        <source>At most one point is lost up to: {0}.</source>
        <translation>Bez ztráty nad 1 p. b. lze prořezat: {0}.</translation>
    </message>
    <message>
        <source>With {2} images, a loss of {1} points may be chance; no more is lost up to: {0}.</source>
        <translation>Ztráta {1} p. b. může být při počtu obrázků {2} náhodná; větší není až do: {0}.</translation>
    </message>
    <message>
        <source>layer {0} |w| ≤ {1}</source>
        <translation>vrstva {0}: |w| ≤ {1}</translation>
    </message>
    <message>
        <source>Pruned are in {0}.</source>
        <translation>Prořezáno je: {0}.</translation>
    </message>
    <message>
        <source>{1} of layer {0}</source>
        <translation>{1} vrstvy {0}</translation>
    </message>
    <message>
        <source>Weights with |w| ≤ {0} are pruned: {1}.</source>
        <translation>Prořezány jsou váhy s |w| ≤ {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} epochs of fine-tuning, with what was pruned held at 0, lead from {1} to {2} ({3} points).</source>
        <translation>Dotrénování (epoch: {0}, prořezané váhy zůstávají 0) změní přesnost z {1} na {2} ({3} p. b.).</translation>
    </message>
    <message>
        <source>Run {0} repeats {2} of its {1} wrong labels.</source>
        <translation>Běh {0}: z {1} chybných štítků síť opakuje {2}.</translation>
    </message>
    <message>
        <source>Run {0} repeats {2} of its {1} wrong labels, pruned {3}.</source>
        <translation>Běh {0}: z {1} chybných štítků síť opakuje {2}, prořezaná {3}.</translation>
    </message>
    <message>
        <source>Run {0} repeats {2} of its {1} wrong labels, pruned {3}, fine-tuned {4}.</source>
        <translation>Běh {0}: z {1} chybných štítků síť opakuje {2}, prořezaná {3}, dotrénovaná {4}.</translation>
    </message>
</context>
<context>
    <name>PullPlot</name>
    <message>
        <source>Pull of the data, −∂C₀/∂w, 10⁻⁶</source>
        <translation>Tah dat, −∂C₀/∂w, 10⁻⁶</translation>
    </message>
    <message>
        <source>−∂C₀/∂w, 10⁻⁶</source>
        <translation>−∂C₀/∂w, 10⁻⁶</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>Váha w</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>rovnováha</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Složka</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Soubor %1</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Hledat v:</translation>
    </message>
    <message>
        <source>Save in:</source>
        <translation>Uložit do:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Soubory &amp;typu:</translation>
    </message>
</context>
<context>
    <name>QrSheet</name>
    <message>
        <source>This experiment&apos;s line has {0} characters; a QR code holds {1}. Copy the line instead.</source>
        <translation>Řádek tohoto experimentu má znaků: {0}, do QR kódu se jich vejde {1}. Zkopírujte místo toho text.</translation>
    </message>
    <message>
        <source>The experiment as a QR code</source>
        <translation>Experiment jako QR kód</translation>
    </message>
    <message>
        <source>Esc, F7 or a click closes the QR code</source>
        <translation>QR kód zavřete klávesou Esc, F7 nebo kliknutím</translation>
    </message>
    <message>
        <source>The experiment as text</source>
        <translation>Experiment jako text</translation>
    </message>
    <message>
        <source>Select the text and copy it with Ctrl+C; Ctrl+Shift+V reads it as an experiment</source>
        <translation>Text označte a zkopírujte klávesami Ctrl+C; Ctrl+Shift+V ho načte jako experiment</translation>
    </message>
</context>
<context>
    <name>RaceSentences</name>
    <message>
        <source>When is it best to stop?</source>
        <translation>Kdy je nejlepší trénink ukončit?</translation>
    </message>
    <message>
        <source>No rule has stopped the run by epoch {0}.</source>
        <translation>Do {0}. epochy by běh žádné pravidlo neukončilo.</translation>
    </message>
    <message>
        <source>The network of epoch {0} is {1} points better than the last one.</source>
        <translation>Síť z {0}. epochy je o {1} p. b. lepší než poslední.</translation>
    </message>
    <message>
        <source>No rule pays here: the last epoch, {2}, is {1} points better.</source>
        <translation>Tady se žádné pravidlo nevyplatí: poslední, {2}. epocha je o {1} p. b. lepší.</translation>
    </message>
    <message>
        <source>Stopped at epoch {3}, it is as good as at the last, {2}.</source>
        <translation>Síť ukončená v {3}. epoše je stejně dobrá jako v poslední, {2}.</translation>
    </message>
    <message>
        <source>Of these networks, that of the last epoch, {0}, has the highest validation accuracy, {1}.</source>
        <translation>Nejvyšší validační přesnost z těchto sítí má poslední, {0}. epocha: {1}.</translation>
    </message>
    <message>
        <source>Of these networks, that of epoch {2} has the highest validation accuracy, {1}: first caught by “{0}”; the last epoch, {3}, has {4}.</source>
        <translation>Nejvyšší validační přesnost z těchto sítí má {2}. epocha, {1}: jako první ji zachytí „{0}“; poslední, {3}. epocha má {4}.</translation>
    </message>
    <message>
        <source>That of the last epoch, {1}, has the lowest validation cost, {0}.</source>
        <translation>Nejnižší validační účelovou funkci má poslední, {1}. epocha: {0}.</translation>
    </message>
    <message>
        <source>That of epoch {1} has the lowest validation cost, {0}: first caught by “{2}”.</source>
        <translation>Nejnižší validační účelovou funkci má {1}. epocha, {0}: jako první ji zachytí „{2}“.</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>not yet</source>
        <translation>zatím ne</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Pravidlo</translation>
    </message>
    <message>
        <source>The epoch at whose end the rule would stop the run</source>
        <translation>Epocha, na jejímž konci by pravidlo běh ukončilo</translation>
    </message>
    <message>
        <source>The best epoch until then, whose network is restored</source>
        <translation>Do té doby nejlepší epocha, jejíž síť se obnoví</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>Končí</translation>
    </message>
    <message>
        <source>Does not stop by epoch {0}</source>
        <translation>Do {0}. epochy trénink neukončí</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Použije</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>C₀</translation>
    </message>
    <message>
        <source>Validation cost of that network; a star marks the lowest</source>
        <translation>Validační účelová funkce této sítě; hvězdička označuje nejnižší</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>Validation accuracy of that network; a star marks the highest</source>
        <translation>Validační přesnost této sítě; hvězdička označuje nejvyšší</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Ušetří</translation>
    </message>
    <message>
        <source>Epochs that need not be trained, of those that were planned</source>
        <translation>Kolik z plánovaných epoch se nemusí trénovat</translation>
    </message>
    <message>
        <source>Stopping rules</source>
        <translation>Pravidla předčasného ukončení</translation>
    </message>
    <message>
        <source>Select a rule to see its epochs in the curves, and to change its number.</source>
        <translation>Vyberte pravidlo: v křivkách uvidíte jeho epochy a můžete změnit jeho práh.</translation>
    </message>
    <message>
        <source>no rule: last epoch</source>
        <translation>bez pravidla</translation>
    </message>
    <message>
        <source>The network of the newest epoch, as it is used without early stopping</source>
        <translation>Síť z nejnovější epochy, jak se použije bez předčasného ukončení</translation>
    </message>
</context>
<context>
    <name>RateCurves</name>
    <message>
        <source>Validation accuracy without a penalty (fainter: training)</source>
        <translation>Validační přesnost bez penalizace (světleji: trénovací)</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>Rychlost učení η</translation>
    </message>
</context>
<context>
    <name>ReadySettings</name>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotace</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Rozostření</translation>
    </message>
    <message>
        <source>Mirroring</source>
        <translation>Zrcadlení</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Jas</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Přiblížení</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Zešikmení</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Mírně</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Přehnaně</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Vlastní</translation>
    </message>
    <message>
        <source>What the sliders of the experiment were last set to by hand</source>
        <translation>Co bylo na posuvnících experimentu naposledy nastaveno ručně</translation>
    </message>
    <message>
        <source>Ready settings</source>
        <translation>Hotová nastavení</translation>
    </message>
    <message>
        <source>Ready settings: the same values as those of the sliders of the experiment</source>
        <translation>Hotová nastavení: tytéž hodnoty jako na posuvnících experimentu</translation>
    </message>
</context>
<context>
    <name>RegularizationPanel</name>
    <message>
        <source>Penalty</source>
        <translation>Penalizace</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>L1 share</source>
        <translation>Podíl L1</translation>
    </message>
    <message>
        <source>How much of λ goes to L1, the rest goes to L2: λ₁ = share · λ, λ₂ = (1 − share) · λ. With 0 it is L2, with 1 L1. May be changed while the network trains.</source>
        <translation>Jaká část λ připadne na L1; zbytek připadne na L2: λ₁ = podíl · λ, λ₂ = (1 − podíl) · λ. S 0 je to L2, s 1 L1. Lze měnit i během trénování.</translation>
    </message>
    <message>
        <source>Penalize biases too</source>
        <translation>Penalizovat i biasy</translation>
    </message>
    <message>
        <source>Dropout p</source>
        <translation>Dropout p</translation>
    </message>
    <message>
        <source>Initial weights: large</source>
        <translation>Počáteční váhy: velké</translation>
    </message>
    <message>
        <source>Initial weights: scaled</source>
        <translation>Počáteční váhy: škálované</translation>
    </message>
    <message>
        <source>Cost with penalty {0}</source>
        <translation>Účelová funkce s penalizací {0}</translation>
    </message>
    <message>
        <source>What is added to the cost C₀ so that weights stay small. May be changed while it trains.</source>
        <translation>Co se přičte k účelové funkci C₀, aby váhy zůstaly malé. Lze měnit během tréninku.</translation>
    </message>
    <message>
        <source>The regularization parameter: small λ stresses the cost C₀, large λ small weights. May be changed while the network trains.</source>
        <translation>Regularizační parametr: malé λ klade důraz na účelovou funkci, velké λ na malé váhy. Lze měnit během tréninku.</translation>
    </message>
    <message>
        <source>By convention only weights are penalized. Try it: on MNIST it hardly matters.</source>
        <translation>Podle konvence se penalizují jen váhy. Vyzkoušejte: na MNIST na tom skoro nezáleží.</translation>
    </message>
    <message>
        <source>How probable it is for a hidden neuron to be switched off; drawn anew for every image. No guaranteed win: on 1,000 images of MNIST, p = 0.2 helps 30 hidden neurons with large initial weights; on 50,000, p = 0.5 harms 100.</source>
        <translation>S jakou pravděpodobností se skrytý neuron vypne; losuje se pro každý obrázek znovu. Ne vždy to pomůže: na 1&#xa0;000 obrázcích z MNIST pomáhá p = 0,2 síti s 30 skrytými neurony a velkými počátečními vahami; na 50&#xa0;000 škodí p = 0,5 síti se 100 neurony.</translation>
    </message>
    <message>
        <source>Step of a weight with penalty {0}</source>
        <translation>Krok váhy s penalizací {0}</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Large initial weights overfit most, so regularization shows best: on 1,000 images of MNIST, L2 with λ = 0.1 lifts the validation accuracy from 83–84 to about 88 %.</source>
        <translation>S velkými počátečními vahami se síť přeučí nejvíce, takže je regularizace nejlépe vidět: na 1&#xa0;000 obrázcích z MNIST zvedne L2 s λ = 0,1 validační přesnost z 83–84 asi na 88&#xa0;%.</translation>
    </message>
    <message>
        <source>Scaled initial weights leave little to gain: L2 adds less than one point on 1,000 images of MNIST.</source>
        <translation>Se škálovanými počátečními vahami se už mnoho nezíská: L2 na 1&#xa0;000 obrázcích z MNIST přidá méně než jeden bod.</translation>
    </message>
</context>
<context>
    <name>RehearsalWindow</name>
    <message>
        <source>Rehearsal: {0}</source>
        <translation>Zkouška nanečisto: {0}</translation>
    </message>
    <message>
        <source>How far the rehearsal is</source>
        <translation>Jak daleko je zkouška</translation>
    </message>
    <message>
        <source>What the lesson claims, and what came out</source>
        <translation>Co lekce tvrdí a co vyšlo</translation>
    </message>
    <message>
        <source>End the rehearsal; the runs trained until then are kept</source>
        <translation>Ukončit zkoušku; běhy natrénované do té doby zůstanou uložené</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Zavřít toto okno</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Tvrzení</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Co vyšlo</translation>
    </message>
    <message>
        <source>Holds?</source>
        <translation>Platí?</translation>
    </message>
    <message>
        <source>one of the choices is right</source>
        <translation>některá z odpovědí je správná</translation>
    </message>
    <message>
        <source>the sentence has all its figures</source>
        <translation>věta má všechna čísla</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>platí</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>neplatí</translation>
    </message>
</context>
<context>
    <name>RepeatedTraining</name>
    <message>
        <source>Seeds: {0} of {1}</source>
        <translation>Seedy: {0} z {1}</translation>
    </message>
    <message>
        <source>Training with {0} seeds waits for {1}; Esc ends it.</source>
        <translation>Trénování s {0} seedy čeká na {1}; ukončíte klávesou Esc.</translation>
    </message>
    <message>
        <source>Training with {0} seeds: {1} of them done.</source>
        <translation>Trénuje se s {0} seedy: hotovo {1}.</translation>
    </message>
    <message>
        <source>{0} left; Esc ends it.</source>
        <translation>Zbývá {0}; ukončíte klávesou Esc.</translation>
    </message>
</context>
<context>
    <name>RepeatsOutcome</name>
    <message>
        <source>Means of {0} seeds: training {1}, validation {2}, gap {3} points.</source>
        <translation>Průměry z {0} seedů: trénink {1}, validace {2}, rozdíl {3} p. b.</translation>
    </message>
    <message>
        <source>Test accuracy: {0}; ± is the standard deviation.</source>
        <translation>Testovací přesnost: {0}; ± je směrodatná odchylka.</translation>
    </message>
    <message>
        <source>They are {0} to {1} epochs long: the mean curves end with the shortest, at epoch {0}.</source>
        <translation>Běhy mají {0} až {1} epoch: průměrné křivky končí s nejkratším z nich, v {0}. epoše.</translation>
    </message>
</context>
<context>
    <name>RescuedView</name>
    <message>
        <source>Show the digits of this ensemble</source>
        <translation>Ukázat číslice tohoto ensemblu</translation>
    </message>
    <message>
        <source>Whose digits</source>
        <translation>Čí číslice</translation>
    </message>
    <message>
        <source>The digits before these</source>
        <translation>Předchozí číslice</translation>
    </message>
    <message>
        <source>Further digits</source>
        <translation>Další číslice</translation>
    </message>
    <message>
        <source>Below each digit, what each network says, and after the arrow what the average of all says</source>
        <translation>Pod každou číslicí je, jak ji čtou jednotlivé sítě, a za šipkou jejich průměr</translation>
    </message>
    <message>
        <source>There is no digit on which networks disagree and their average is right.</source>
        <translation>Není číslice, na které by se sítě neshodly a jejich průměr měl pravdu.</translation>
    </message>
    <message>
        <source>Networks disagree, their average is right: {0}–{1} of {2}</source>
        <translation>Sítě se neshodnou, průměr má pravdu: {0}–{1} z {2}</translation>
    </message>
</context>
<context>
    <name>RidgeChoice</name>
    <message>
        <source>Penalize large coefficients (ridge regression)</source>
        <translation>Penalizovat velké koeficienty (hřebenová regrese)</translation>
    </message>
</context>
<context>
    <name>RobustView</name>
    <message>
        <source>Run {0}: mean |r| {1}</source>
        <translation>Běh {0}: průměrné |r| {1}</translation>
    </message>
    <message>
        <source>Neurons {0} and {1}: r = {2}</source>
        <translation>Neurony {0} a {1}: r = {2}</translation>
    </message>
    <message>
        <source>Runs {0} and {1} differ in more than dropout.</source>
        <translation>Běhy {0} a {1} se neliší jen dropoutem.</translation>
    </message>
    <message>
        <source>Run {0} ({1}): {2} with all neurons, {3} with {4} of them off.</source>
        <translation>Běh {0} ({1}): {2} se všemi neurony, {3} po vypnutí {4} z nich.</translation>
    </message>
    <message>
        <source>Two hidden neurons are correlated with |r| = {0} on average in run {1}, {2} in run {3}.</source>
        <translation>Průměrná korelace dvou skrytých neuronů: |r| = {0} v běhu {1}, {2} v běhu {3}.</translation>
    </message>
    <message>
        <source>Hidden neurons are correlated alike with dropout and without: mean |r| {0} and {1}.</source>
        <translation>Skryté neurony jsou s dropoutem korelované stejně jako bez něj: průměrné |r| {0} a {1}.</translation>
    </message>
    <message>
        <source>Hidden neurons are correlated more with dropout, not less: mean |r| {0}, without {1} (one seed each).</source>
        <translation>Skryté neurony jsou s dropoutem korelované více, ne méně: průměrné |r| {0}, bez něj {1} (po jednom seedu).</translation>
    </message>
    <message>
        <source>Hidden neurons are correlated less with dropout: mean |r| {0}, without {1} (one seed each).</source>
        <translation>Skryté neurony jsou s dropoutem korelované méně: průměrné |r| {0}, bez něj {1} (po jednom seedu).</translation>
    </message>
    <message>
        <source>Hidden neurons are being switched off …</source>
        <translation>Skryté neurony se vypínají …</translation>
    </message>
    <message>
        <source>Here you will see what runs recognize when hidden neurons are switched off, as soon as one is over. Press S to train one without and one with dropout.</source>
        <translation>Až nějaký běh skončí, uvidíte tu, co jeho síť pozná po vypnutí skrytých neuronů. Klávesa S natrénuje jeden běh bez dropoutu a jeden s ním.</translation>
    </message>
    <message>
        <source>How much is measured</source>
        <translation>Kolik je změřeno</translation>
    </message>
    <message>
        <source>All validation images; each point is the mean of {0} random choices of neurons, the bar one standard deviation up and down. The neurons that stay on are not scaled.</source>
        <translation>Všechny validační obrázky; každý bod je průměr {0} náhodných výběrů neuronů, úsečka jedna směrodatná odchylka nahoru a dolů. Neurony, které zůstanou zapnuté, se neškálují.</translation>
    </message>
    <message>
        <source>Correlation of hidden neurons</source>
        <translation>Korelace skrytých neuronů</translation>
    </message>
    <message>
        <source>Each square: the correlation r of two neurons of the last hidden layer over all validation images</source>
        <translation>Každý čtvereček: korelace r dvou neuronů poslední skryté vrstvy přes všechny validační obrázky</translation>
    </message>
    <message>
        <source>Here the correlation of every two hidden neurons will be seen.</source>
        <translation>Tady bude vidět korelace každých dvou skrytých neuronů.</translation>
    </message>
</context>
<context>
    <name>RobustnessCurves</name>
    <message>
        <source>Noise added to the pixels, σ</source>
        <translation>Šum přičtený k pixelům, σ</translation>
    </message>
    <message>
        <source>Turned counter-clockwise by</source>
        <translation>Otočení proti směru hodinových ručiček</translation>
    </message>
    <message>
        <source>Hidden neurons switched off</source>
        <translation>Vypnuté skryté neurony</translation>
    </message>
    <message>
        <source>not regularized</source>
        <translation>bez regularizace</translation>
    </message>
    <message>
        <source>regularized</source>
        <translation>s regularizací</translation>
    </message>
</context>
<context>
    <name>RobustnessSentences</name>
    <message>
        <source>Undisturbed, run {0} recognizes {1} and run {2} {3}. Move the cursor.</source>
        <translation>Bez rušení rozpozná běh {0} {1} a běh {2} {3}. Posuňte kurzor.</translation>
    </message>
    <message>
        <source>Which network withstands noise better?</source>
        <translation>Která síť lépe snese šum?</translation>
    </message>
    <message>
        <source>Which network withstands rotation better?</source>
        <translation>Která síť lépe snese rotaci?</translation>
    </message>
    <message>
        <source>Which network copes better when neurons fail?</source>
        <translation>Která síť lépe snese výpadek neuronů?</translation>
    </message>
    <message>
        <source>The runs withstand noise about equally: {0} to {1} left.</source>
        <translation>Šum snášejí všechny běhy zhruba stejně: zbude {0} až {1}.</translation>
    </message>
    <message>
        <source>The runs withstand rotation about equally: {0} to {1} left.</source>
        <translation>Rotaci snášejí všechny běhy zhruba stejně: zbude {0} až {1}.</translation>
    </message>
    <message>
        <source>The runs cope about equally with failing neurons: {0} to {1} left.</source>
        <translation>Výpadek neuronů snášejí všechny běhy zhruba stejně: zbude {0} až {1}.</translation>
    </message>
    <message>
        <source>Run {0} ({1}) withstands noise better than run {2}: {3} left, not {4}.</source>
        <translation>Běh {0} ({1}) snáší šum lépe než běh {2}: zbude mu {3}, ne {4}.</translation>
    </message>
    <message>
        <source>Run {0} ({1}) withstands rotation better than run {2}: {3} left, not {4}.</source>
        <translation>Běh {0} ({1}) snáší rotaci lépe než běh {2}: zbude mu {3}, ne {4}.</translation>
    </message>
    <message>
        <source>Run {0} ({1}) copes better with failing neurons than run {2}: {3} left, not {4}.</source>
        <translation>Běh {0} ({1}) snáší výpadek neuronů lépe než běh {2}: zbude mu {3}, ne {4}.</translation>
    </message>
    <message>
        <source>{0}: {1} → {2} in run {3} ({4} of it left), {5} → {6} in run {7} ({8}); one seed each.</source>
        <translation>{0}: {1} → {2} v běhu {3} (zbývá {4}), {5} → {6} v běhu {7} ({8}); vždy jeden seed.</translation>
    </message>
    <message>
        <source>Run {0} has the smallest mean slope ‖∂a/∂x‖ ({1}), and none has clearly more left.</source>
        <translation>Běh {0} má nejmenší průměrnou strmost ‖∂a/∂x‖ ({1}) a žádný není zřetelně odolnější.</translation>
    </message>
    <message>
        <source>Run {0} has the smallest mean slope ‖∂a/∂x‖ ({1}), but run {2} has more left ({3}): a slope speaks of tiny changes only.</source>
        <translation>Nejmenší průměrnou strmost ‖∂a/∂x‖ má běh {0} ({1}), ale víc zachová běh {2} ({3}): strmost vypovídá jen o nepatrných změnách.</translation>
    </message>
    <message>
        <source>{0} validation images, the same Gaussian noise for all networks; pixels are then clipped to 0…1, so the background (0) only ever gains ink.</source>
        <translation>{0} validačních obrázků, pro všechny sítě stejný gaussovský šum; pixely se pak oříznou na 0…1, takže pozadí (0) může jen zesílit.</translation>
    </message>
    <message>
        <source>{0} validation images, each turned by the same angle.</source>
        <translation>{0} validačních obrázků, všechny otočené o stejný úhel.</translation>
    </message>
    <message>
        <source>{0} validation images, mean of {1} draws of neurons in every hidden layer. Those that are left are not scaled by 1/(1−p): nobody tells them that others have failed.</source>
        <translation>{0} validačních obrázků, průměr z {1} losování neuronů v každé skryté vrstvě. Zbylé neurony se nenásobí 1/(1−p): nikdo jim neřekne, že jiné vypadly.</translation>
    </message>
    <message>
        <source>‖∂a/∂x‖: mean over the first {0}.</source>
        <translation>‖∂a/∂x‖: průměr přes prvních {0}.</translation>
    </message>
</context>
<context>
    <name>RotationCurves</name>
    <message>
        <source>{0} of “{1}” are read as</source>
        <translation>{0}× „{1}“: síť čte jako</translation>
    </message>
    <message>
        <source>Sixes</source>
        <translation>Šestky</translation>
    </message>
    <message>
        <source>Nines</source>
        <translation>Devítky</translation>
    </message>
    <message>
        <source>{0} sixes are read as</source>
        <translation>{0} šestek: síť čte</translation>
    </message>
    <message>
        <source>{0} nines are read as</source>
        <translation>{0} devítek: síť čte</translation>
    </message>
    <message>
        <source>Turned counter-clockwise by</source>
        <translation>Otočení proti směru hodinových ručiček</translation>
    </message>
    <message>
        <source>other</source>
        <translation>jiné</translation>
    </message>
</context>
<context>
    <name>RotationHead</name>
    <message>
        <source>One</source>
        <translation>Jedna</translation>
    </message>
    <message>
        <source>One digit</source>
        <translation>Jedna číslice</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Všechny</translation>
    </message>
    <message>
        <source>All sixes and nines</source>
        <translation>Všechny šestky a devítky</translation>
    </message>
    <message>
        <source>All of both</source>
        <translation>Obě třídy</translation>
    </message>
    <message>
        <source>Turn one digit by hand, and see what the network reads.</source>
        <translation>Otáčet rukou jednu číslici a sledovat, jak ji síť čte.</translation>
    </message>
    <message>
        <source>What the runs call all sixes and nines of the validation set, at every angle.</source>
        <translation>Jak sítě čtou všechny validační šestky a devítky při každém úhlu.</translation>
    </message>
    <message>
        <source>What the runs call both classes of the validation set, at every angle.</source>
        <translation>Jak sítě čtou všechny validační obrázky obou tříd při každém úhlu.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lekce</translation>
    </message>
    <message>
        <source>Find out step by step</source>
        <translation>Zjistit krok za krokem</translation>
    </message>
    <message>
        <source>Begin a short lesson, which asks first, trains three networks, and says what came out</source>
        <translation>Začne krátkou lekci, která se nejdřív zeptá, pak natrénuje tři sítě a řekne, co vyšlo</translation>
    </message>
    <message>
        <source>{0} images, {1}, {2} epochs, rotated by {3}; those that are missing, listed as runs</source>
        <translation>{0} obrázků, {1}, {2} epoch, rotace {3}; natrénuje ty, které chybí, a zařadí je mezi běhy</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Natrénovat</translation>
    </message>
    <message>
        <source>Train to compare</source>
        <translation>Natrénovat k porovnání</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Záměny</translation>
    </message>
    <message>
        <source>Which validation digits are taken for which.</source>
        <translation>Které validační číslice síť zaměňuje za které.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>RotationPage</name>
    <message>
        <source>Run {0}, epoch {2}: {1}</source>
        <translation>Běh {0}, epocha {2}: {1}</translation>
    </message>
    <message>
        <source>Run {0}: {1}</source>
        <translation>Běh {0}: {1}</translation>
    </message>
</context>
<context>
    <name>RotationSentences</name>
    <message>
        <source>This {0} is read as {1} at {2} of 360 angles.</source>
        <translation>Tuto {0} síť čte jako {1} při {2} z 360 úhlů.</translation>
    </message>
    <message>
        <source>This {0} is read as a {1} at {2} of 360 angles.</source>
        <translation>Tuto {0} síť čte jako {1} při {2} z 360 úhlů.</translation>
    </message>
    <message>
        <source>This {0} is never read as a {1}, however it is turned.</source>
        <translation>Ať tuto {0} otočíme jakkoli, síť ji nikdy nečte jako {1}.</translation>
    </message>
    <message>
        <source>What are turned sixes read as?</source>
        <translation>Jak síť čte otočené šestky?</translation>
    </message>
    <message>
        <source>Can a 6 become a 9?</source>
        <translation>Může se z 6 stát 9?</translation>
    </message>
    <message>
        <source>Can “{0}” become “{1}”?</source>
        <translation>Může síť místo „{0}“ vidět „{1}“?</translation>
    </message>
    <message>
        <source>What is “{0}” read as when it is turned?</source>
        <translation>Jak síť čte otočený obrázek třídy „{0}“?</translation>
    </message>
    <message>
        <source>Run {0} reads {1} of the sixes as 9 when they are turned by 180°.</source>
        <translation>Po otočení o 180° čte běh {0} jako devítku {1} šestek.</translation>
    </message>
    <message>
        <source>Run {0} recognizes {1} of the sixes even turned by 180°.</source>
        <translation>I po otočení o 180° pozná běh {0} správně {1} šestek.</translation>
    </message>
    <message>
        <source>Run {0} reads {1} of the sixes as neither 6 nor 9 when turned by 180°.</source>
        <translation>Po otočení o 180° běh {0} v {1} šestek nevidí 6 ani 9.</translation>
    </message>
    <message>
        <source>Run {0} reads {1} of “{2}” as “{3}” when turned by 180°.</source>
        <translation>Po otočení o 180° čte běh {0} v {1} případů třídu „{2}“ jako „{3}“.</translation>
    </message>
    <message>
        <source>This image of “{0}” is read as “{1}” at {2} of 360 angles.</source>
        <translation>Obrázek „{0}“ síť čte jako „{1}“ při {2} z 360 úhlů.</translation>
    </message>
    <message>
        <source>This image of “{0}” is never read as “{1}”, however it is turned.</source>
        <translation>Obrázek „{0}“ síť nikdy nečte jako „{1}“, ať ho otočíme jakkoli.</translation>
    </message>
    <message>
        <source>Run {0} recognizes {1} of “{2}” even turned by 180°.</source>
        <translation>I po otočení o 180° pozná běh {0} třídu „{2}“ v {1} případů.</translation>
    </message>
    <message>
        <source>Run {0} reads {1} of “{2}” as something else when turned by 180°.</source>
        <translation>Po otočení o 180° čte běh {0} v {1} případů třídu „{2}“ jako něco jiného.</translation>
    </message>
    <message>
        <source>What is confused with what?</source>
        <translation>Co se s čím plete?</translation>
    </message>
    <message>
        <source>Nothing is confused at all.</source>
        <translation>Síť si neplete vůbec nic.</translation>
    </message>
    <message>
        <source>{1} and {2} are not confused.</source>
        <translation>{1} a {2} si síť neplete.</translation>
    </message>
    <message>
        <source>{1} and {2} are confused most of all: {0} of the mistakes.</source>
        <translation>Nejčastěji se plete {1} a {2}: {0} všech chyb.</translation>
    </message>
    <message>
        <source>{1} and {2} make {0} of the mistakes, other pairs make more.</source>
        <translation>Záměny {1} a {2} tvoří {0} chyb, jiné dvojice víc.</translation>
    </message>
    <message>
        <source>{1} and {2} make {0} of the mistakes, no other pair makes more.</source>
        <translation>Záměny {1} a {2} tvoří {0} chyb, žádná jiná dvojice víc.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs: the selected one alone is drawn (Z)</source>
        <translation>Běhy: kreslí se jen vybraný (Z)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Běhy</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trénink</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validace</translation>
    </message>
    <message>
        <source>Δ points</source>
        <translation>Δ (p. b.)</translation>
    </message>
    <message>
        <source>Best (epoch)</source>
        <translation>Nejlepší (ep.)</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Rozdíl</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Per epoch</source>
        <translation>Na epochu</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>A check mark shows a run in the plots; the selected one is shaded. A double click on a name changes it.</source>
        <translation>Zaškrtnutý běh je v grafech vidět; vybraný je vystínovaný. Dvojklikem na název se běh přejmenuje.</translation>
    </message>
    <message>
        <source>The last epoch; after early stopping, the one whose network is used.</source>
        <translation>Poslední epocha; po předčasném ukončení ta, jejíž síť se používá.</translation>
    </message>
    <message>
        <source>Accuracy on the training images in that epoch.</source>
        <translation>Přesnost na trénovacích obrázcích v této epoše.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images in that epoch.</source>
        <translation>Přesnost na validačních obrázcích v této epoše.</translation>
    </message>
    <message>
        <source>Validation accuracy minus that of the baseline, which is marked with ◆, in points.</source>
        <translation>Validační přesnost minus přesnost běhu označeného ◆, v p. b.</translation>
    </message>
    <message>
        <source>The highest validation accuracy, and the first epoch with it; of repeats, the means.</source>
        <translation>Nejvyšší validační přesnost a první epocha, v níž jí bylo dosaženo; u opakovaných běhů průměry.</translation>
    </message>
    <message>
        <source>Training accuracy minus validation accuracy, in points.</source>
        <translation>Trénovací přesnost minus validační, v p. b.</translation>
    </message>
    <message>
        <source>How long an epoch took on the average, without measuring.</source>
        <translation>Jak dlouho průměrně trvala epocha, bez měření přesnosti.</translation>
    </message>
    <message>
        <source>What the initial weights and the order of the images were drawn with.</source>
        <translation>Z čeho se losovaly počáteční váhy a pořadí obrázků.</translation>
    </message>
    <message>
        <source>Accuracy on the test images: measured once, when a run has ended.</source>
        <translation>Přesnost na testovacích obrázcích: měří se jednou, po skončení běhu.</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Název běhu</translation>
    </message>
    <message>
        <source>Without a name of its own, a run is called by what differs.</source>
        <translation>Bez vlastního názvu se běh jmenuje podle toho, čím se liší.</translation>
    </message>
    <message>
        <source>{0} seeds: {1}</source>
        <translation>{0}× opakováno: {1}</translation>
    </message>
    <message>
        <source>seeds {0}: means ± standard deviations</source>
        <translation>seedy {0}: průměry ± směrodatné odchylky</translation>
    </message>
    <message>
        <source>stopped early after epoch {0}: the network of epoch {1} is used</source>
        <translation>předčasně ukončeno po epoše {0}: používá se síť z epochy {1}</translation>
    </message>
    <message>
        <source>Remove this run (Ctrl+Z brings it back)</source>
        <translation>Odebrat tento běh (Ctrl+Z ho vrátí)</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>Epocha {0} z {1}</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>předčasně ukončeno</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>zbývá {0}</translation>
    </message>
    <message>
        <source>{0} images/s</source>
        <translation>{0} obrázků/s</translation>
    </message>
</context>
<context>
    <name>RunsOffer</name>
    <message>
        <source>Runs kept from last time: {0}.</source>
        <translation>Běhy uchované z minula: {0}.</translation>
    </message>
    <message>
        <source>Runs kept by a program that may still be open on another computer: {0}.</source>
        <translation>Běhy programu, který možná ještě běží na jiném počítači: {0}.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>Add these runs to the list</source>
        <translation>Přidat tyto běhy do seznamu</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Only what differs</source>
        <translation>Jen rozdíly</translation>
    </message>
    <message>
        <source>Leave out the rows in which all runs are equal</source>
        <translation>Vynechat řádky, v nichž jsou všechny běhy stejné</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet: columns are parted by tabs</source>
        <translation>Zkopírovat tabulku pro Excel nebo Calc: sloupce odděluje tabulátor</translation>
    </message>
    <message>
        <source>Settings and figures of the runs</source>
        <translation>Nastavení a výsledky běhů</translation>
    </message>
    <message>
        <source>Here the settings and the figures of the runs will stand side by side. Press Space to train one, then change a setting and train another.</source>
        <translation>Tady budou vedle sebe nastavení a výsledky běhů. Mezerníkem natrénujte jeden, pak změňte nastavení a natrénujte další.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Tabulka je ve schránce.</translation>
    </message>
    <message>
        <source>★ marks the best value; in brackets: the difference to run {0} (◆).</source>
        <translation>★ označuje nejlepší hodnotu; v závorce je rozdíl proti běhu {0} (◆).</translation>
    </message>
    <message>
        <source>★ marks the best value. Press B: the selected run becomes the baseline of the others.</source>
        <translation>★ označuje nejlepší hodnotu. Klávesou B se ostatní běhy srovnají s vybraným.</translation>
    </message>
    <message>
        <source>With two or more runs, only the rows in which they differ are shown.</source>
        <translation>Při dvou a více bězích se ukážou jen řádky, v nichž se liší.</translation>
    </message>
</context>
<context>
    <name>RunsSentences</name>
    <message>
        <source>What does a change of one setting do?</source>
        <translation>Co udělá změna jednoho nastavení?</translation>
    </message>
    <message>
        <source>Runs {0} and {1} learned other digits: how hard are {2} and {3}?</source>
        <translation>Běhy {0} a {1} se učily jiné obrázky: jak těžké jsou {2} a {3}?</translation>
    </message>
    <message>
        <source>Runs {0} and {1} differ in more than one setting: which one matters?</source>
        <translation>Běhy {0} a {1} se liší ve více nastaveních: které rozhoduje?</translation>
    </message>
    <message>
        <source>Runs {0} and {1} have the same settings: what does chance do?</source>
        <translation>Běhy {0} a {1} mají stejné nastavení: co udělá náhoda?</translation>
    </message>
    <message>
        <source>Run {1}: {2} points of validation against run {0}, one seed each.</source>
        <translation>Běh {1} má proti běhu {0} na validaci {2} p. b., ale jen s jedním seedem.</translation>
    </message>
    <message>
        <source>Run {1} generalizes better than run {0}: {2} points.</source>
        <translation>Běh {1} generalizuje lépe než běh {0}: {2} p. b.</translation>
    </message>
    <message>
        <source>Run {1} generalizes worse than run {0}: {2} points.</source>
        <translation>Běh {1} generalizuje hůř než běh {0}: {2} p. b.</translation>
    </message>
    <message>
        <source>Run {1} is not clearly better or worse than run {0}: {2} points.</source>
        <translation>Běhy {0} a {1} se zřetelně neliší: {2} p. b.</translation>
    </message>
</context>
<context>
    <name>ScenarioSearch</name>
    <message>
        <source>Scenarios</source>
        <translation>Scénáře</translation>
    </message>
    <message>
        <source>A word or a number</source>
        <translation>Slovo nebo číslo</translation>
    </message>
    <message>
        <source>Type to shorten the list; ↑ ↓ choose, Enter loads, Esc leaves</source>
        <translation>Psaním seznam zúžíte; ↑ ↓ vybírají, Enter načte, Esc zavře</translation>
    </message>
    <message>
        <source>Find scenario</source>
        <translation>Najít scénář</translation>
    </message>
    <message>
        <source>No scenario has this in its title.</source>
        <translation>Žádný scénář to v názvu nemá.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>How far the search is</source>
        <translation>Jak daleko hledání je</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Waits for {0}</source>
        <translation>Čeká na {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} z {1}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>zbývá {0}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Hledat</translation>
    </message>
    <message>
        <source>Train all these experiments</source>
        <translation>Natrénovat všechny tyto experimenty</translation>
    </message>
    <message>
        <source>End the search; what was found is kept</source>
        <translation>Ukončit hledání; co se našlo, zůstane</translation>
    </message>
</context>
<context>
    <name>SearchCurves</name>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validační</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trénovací</translation>
    </message>
</context>
<context>
    <name>SearchSentences</name>
    <message>
        <source>no penalty</source>
        <translation>bez penalizace</translation>
    </message>
    <message>
        <source>best: {0}, {1}</source>
        <translation>nejlepší: {0}, {1}</translation>
    </message>
    <message>
        <source>No λ helps here: without a penalty the network is best.</source>
        <translation>Tady λ nepomáhá: nejlepší je síť bez penalizace.</translation>
    </message>
    <message>
        <source>{0} is best, but no run without a penalty is there.</source>
        <translation>Nejlepší je {0}, ale chybí běh bez penalizace.</translation>
    </message>
    <message>
        <source>With one seed each, {0} comes out best: {1} points.</source>
        <translation>S jedním seedem vychází nejlépe {0}: {1} p. b.</translation>
    </message>
    <message>
        <source>No λ clearly helps: the best is {0}, {1} points.</source>
        <translation>Žádné λ zřetelně nepomáhá: nejlepší {0}, {1} p. b.</translation>
    </message>
    <message>
        <source>{0} helps, best with λ from {1} to {2}.</source>
        <translation>{0} pomáhá, nejlépe s λ od {1} do {2}.</translation>
    </message>
    <message>
        <source>{0} helps: {1} points against no penalty.</source>
        <translation>{0} pomáhá: {1} p. b. oproti síti bez penalizace.</translation>
    </message>
    <message>
        <source>One seed each does not tell neighbours apart.</source>
        <translation>Po jednom seedu nelze sousední hodnoty rozlišit.</translation>
    </message>
    <message>
        <source>Within one standard error of it: {0} from {1} to {2}.</source>
        <translation>Nejvýš o směrodatnou chybu horší: {0} od {1} do {2}.</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>epoch: {0}</translation>
    </message>
    <message>
        <source>seeds {0} to {1}</source>
        <translation>seedy {0} až {1}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>seed {0}</translation>
    </message>
    <message>
        <source>Measured with {0}; accuracies of each run&apos;s best epoch.</source>
        <translation>Měřeno: {0}; přesnosti z nejlepší epochy každého běhu.</translation>
    </message>
    <message>
        <source>dropout {0}</source>
        <translation>dropout {0}</translation>
    </message>
    <message>
        <source>Left out, as ηλ/n would not be below 1: λ = {0}.</source>
        <translation>Vynecháno, protože by ηλ/n nebylo menší než 1: λ = {0}.</translation>
    </message>
    <message>
        <source>The experiment has changed since.</source>
        <translation>Experiment se mezitím změnil.</translation>
    </message>
    <message>
        <source>the rehearsal</source>
        <translation>zkoušku nanečisto</translation>
    </message>
    <message>
        <source>the repeats</source>
        <translation>opakování</translation>
    </message>
    <message>
        <source>Without a result: {0}. {1}</source>
        <translation>Bez výsledku: {0}. {1}</translation>
    </message>
    <message>
        <source>{0}, η {1} (seed {2})</source>
        <translation>{0}, η {1} (seed {2})</translation>
    </message>
    <message>
        <source>The search ended before its end: {0} of {1} runs were trained.</source>
        <translation>Hledání skončilo předčasně: natrénováno {0} z {1} běhů.</translation>
    </message>
</context>
<context>
    <name>SearchSeries</name>
    <message>
        <source>{0} epochs</source>
        <translation>epoch: {0}</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>epocha {0}</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>runs</source>
        <translation>behy</translation>
    </message>
    <message>
        <source>Session of runs (*.{0})</source>
        <translation>Sezení s běhy (*.{0})</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Uložit sezení</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Otevřít sezení</translation>
    </message>
    <message>
        <source>All runs are hidden: check those whose curves are to be exported.</source>
        <translation>Všechny běhy jsou skryté: zaškrtněte ty, jejichž křivky se mají exportovat.</translation>
    </message>
    <message>
        <source>Export the curves of the shown runs</source>
        <translation>Exportovat křivky zobrazených běhů</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabulka (*.csv)</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>křivky</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Uložit obrázek</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Obrázek (*.png)</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>obrázek</translation>
    </message>
    <message>
        <source>The picture was copied: paste it into a slide.</source>
        <translation>Obrázek je ve schránce: vložte ho do snímku.</translation>
    </message>
    <message>
        <source>The experiment was copied as text: {0}</source>
        <translation>Experiment je ve schránce jako text: {0}</translation>
    </message>
    <message>
        <source>There are no runs yet: press Space to train one.</source>
        <translation>Zatím tu není žádný běh: jeden natrénujete mezerníkem.</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>penalized</source>
        <translation>penalizované</translation>
    </message>
    <message>
        <source>free</source>
        <translation>bez penalizace</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>první</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Training images n</source>
        <translation>Trénovací obrázky n</translation>
    </message>
    <message>
        <source>Which images</source>
        <translation>Které obrázky</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Chybné štítky</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivace</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Počáteční váhy</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Účelová funkce</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Penalizace</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Biasy</translation>
    </message>
    <message>
        <source>Dropout p</source>
        <translation>Dropout p</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentace</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>Rychlost učení η</translation>
    </message>
    <message>
        <source>Fall of η</source>
        <translation>Pokles η</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>Setrvačnost μ</translation>
    </message>
    <message>
        <source>Mini-batch m</source>
        <translation>Minibatch m</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochy</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Předčasné ukončení</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Pruning</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Epoch of the network</source>
        <translation>Epocha sítě</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Trénovací přesnost</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validační přesnost</translation>
    </message>
    <message>
        <source>Gap (points)</source>
        <translation>Rozdíl (p. b.)</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>Nejlepší validační</translation>
    </message>
    <message>
        <source>… in epoch</source>
        <translation>… v epoše</translation>
    </message>
    <message>
        <source>Lowest validation cost</source>
        <translation>Nejnižší validační C₀</translation>
    </message>
    <message>
        <source>Largest |w|</source>
        <translation>Největší |w|</translation>
    </message>
    <message>
        <source>|w| &lt; 0.01</source>
        <translation>|w| &lt; 0,01</translation>
    </message>
    <message>
        <source>Wrong labels learnt</source>
        <translation>Naučené chybné štítky</translation>
    </message>
    <message>
        <source>Right in spite of them</source>
        <translation>Správně navzdory jim</translation>
    </message>
    <message>
        <source>Time per epoch</source>
        <translation>Čas na epochu</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testovací přesnost</translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>All weights</source>
        <translation>Všechny váhy</translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation>Jeden neuron</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Výstupy</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>A point for each weight, and the line where both pulls cancel</source>
        <translation>Bod pro každou váhu a přímka, na níž se oba tahy vyruší</translation>
    </message>
    <message>
        <source>The weights from the pixels to one neuron, as a picture to click</source>
        <translation>Váhy z pixelů do jednoho neuronu jako obrázek, do kterého lze klikat</translation>
    </message>
    <message>
        <source>The weights from the last hidden neurons to the outputs, as a picture to click</source>
        <translation>Váhy z posledních skrytých neuronů do výstupů jako obrázek, do kterého lze klikat</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obrázek</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Výstup</translation>
    </message>
    <message>
        <source>Whose weights from the pixels are shown</source>
        <translation>Čí váhy z pixelů jsou vidět</translation>
    </message>
</context>
<context>
    <name>ShownNumbers</name>
    <message>
        <source>{0} points</source>
        <translation>{0} bodu</translation>
    </message>
</context>
<context>
    <name>ShrinkCurves</name>
    <message>
        <source>Change per mini-batch, 10⁻⁶</source>
        <translation>Změna váhy za minibatch (× 10⁻⁶)</translation>
    </message>
    <message>
        <source>Change, 10⁻⁶</source>
        <translation>Změna (× 10⁻⁶)</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>Váha w</translation>
    </message>
    <message>
        <source>L1 takes
more</source>
        <translation>víc ubírá
L1</translation>
    </message>
    <message>
        <source>L2 takes
more</source>
        <translation>víc ubírá
L2</translation>
    </message>
</context>
<context>
    <name>ShrinkingChoices</name>
    <message>
        <source>λ of L2</source>
        <translation>λ pro L2</translation>
    </message>
    <message>
        <source>How strong L2 is: each mini-batch takes the share ηλ/n of a weight</source>
        <translation>Síla L2: každý minibatch zmenší váhu o podíl ηλ/n</translation>
    </message>
    <message>
        <source>λ of L1</source>
        <translation>λ pro L1</translation>
    </message>
    <message>
        <source>How strong L1 is: each mini-batch takes ηλ/n, however large a weight is</source>
        <translation>Síla L1: každý minibatch zmenší váhu o ηλ/n, ať je jakkoli velká</translation>
    </message>
    <message>
        <source>The learning rate: both penalties act in proportion to it</source>
        <translation>Rychlost učení: obě penalizace působí úměrně k ní</translation>
    </message>
    <message>
        <source>The number of training images: both penalties are divided by it</source>
        <translation>Počet trénovacích obrázků: obě penalizace se jím dělí</translation>
    </message>
    <message>
        <source>What one mini-batch makes of a weight under L2 where only the penalty acts</source>
        <translation>Co udělá s vahou jeden minibatch s L2, působí-li jen penalizace</translation>
    </message>
    <message>
        <source>What one mini-batch makes of a weight under L1 where only the penalty acts; sgn(0) = 0</source>
        <translation>Co udělá s vahou jeden minibatch s L1, působí-li jen penalizace; sgn(0) = 0</translation>
    </message>
</context>
<context>
    <name>ShrinkingPage</name>
    <message>
        <source>Two networks</source>
        <translation>Dvě sítě</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Dvě</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>Jedna váha</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Jedna</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Biasy</translation>
    </message>
    <message>
        <source>Biases too?</source>
        <translation>I biasy?</translation>
    </message>
    <message>
        <source>Tug</source>
        <translation>Tah</translation>
    </message>
    <message>
        <source>Tug of war</source>
        <translation>Přetahovaná</translation>
    </message>
    <message>
        <source>What L1 and L2 take from a weight, step by step, without any data (1)</source>
        <translation>Jak L1 a L2 zmenšují váhu, krok za krokem a bez dat (1)</translation>
    </message>
    <message>
        <source>The weights of a network that was trained with L1, and of one with L2 (2)</source>
        <translation>Váhy sítě trénované s L1 a sítě trénované s L2 (2)</translation>
    </message>
    <message>
        <source>Two runs that differ only in whether biases are also penalized (3)</source>
        <translation>Dva běhy, které se liší jen tím, zda se penalizují i biasy (3)</translation>
    </message>
    <message>
        <source>How hard data and penalty pull at each weight of the selected run (4)</source>
        <translation>Jak silně táhnou za každou váhu vybraného běhu data a penalizace (4)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Pohled</translation>
    </message>
</context>
<context>
    <name>ShrinkingSentences</name>
    <message>
        <source>With λ = 0 neither L1 nor L2 takes anything.</source>
        <translation>S λ = 0 nic neubere ani L1, ani L2.</translation>
    </message>
    <message>
        <source>L1 makes weights vanish ({1} of {2}), L2 only makes them smaller.</source>
        <translation>L1 váhy skoro vynuluje ({1} z {2}), L2 je jen zmenší.</translation>
    </message>
    <message>
        <source>L1 makes more weights vanish: {1} of {2}, L2 {0}.</source>
        <translation>L1 skoro vynulovala víc vah: {1} z {2}, L2 {0}.</translation>
    </message>
    <message>
        <source>With this λ, L2 makes more weights vanish: {0} of {2}, L1 {1}.</source>
        <translation>S tímto λ víc vah skoro vynulovala L2: {0} z {2}, L1 {1}.</translation>
    </message>
    <message>
        <source>L1 and L2 have made equally many weights vanish: {0} of {1}.</source>
        <translation>L1 i L2 skoro vynulovaly stejně vah: {0} z {1}.</translation>
    </message>
    <message>
        <source>How do L1 and L2 make weights smaller?</source>
        <translation>Jak L1 a L2 zmenšují váhy?</translation>
    </message>
    <message>
        <source>With λ = 0 neither takes anything.</source>
        <translation>S λ = 0 váhy nezmenší ani L1, ani L2.</translation>
    </message>
    <message>
        <source>With λ = 0 {0} takes nothing: there is no crossing.</source>
        <translation>S λ = 0 {0} váhy nezmenší: křivky se neprotínají.</translation>
    </message>
    <message>
        <source>At |w| = λ₁/λ₂ = {0} both take {1} per mini-batch; L2 takes more of larger weights, L1 of smaller ones.</source>
        <translation>Při |w| = λ₁/λ₂ = {0} zmenší minibatch váhu s L1 i L2 o {1}; větší váhy zmenší víc L2, menší L1.</translation>
    </message>
    <message>
        <source>That is outside of the picture.</source>
        <translation>To je mimo graf.</translation>
    </message>
    <message>
        <source>{0} weights from N(0, 1), without data: only the penalty acts. A step here is {1} mini-batches; a single one takes {2} (L2) or {3} (L1) of a weight of 1.</source>
        <translation>{0} vah z N(0, 1), bez dat: působí jen penalizace. Krok je tu {1} minibatchů; jediný minibatch zmenší váhu w = 1 o {2} (L2), resp. o {3} (L1).</translation>
    </message>
    <message>
        <source>After {0} mini-batches: largest |w| from {1} to {2} (L2) and {3} (L1); below {4} are {5} of {6} (L2) and {7} of {6} (L1).</source>
        <translation>Po {0} minibatchích: největší |w| z {1} na {2} (L2) a {3} (L1); pod {4} je {5} z {6} (L2) a {7} z {6} (L1).</translation>
    </message>
    <message>
        <source>Weights that step to and fro over 0 under L1: {0}; never farther than ηλ/n = {1}. Nothing is clipped: only exactly 0 would stay (sgn 0 = 0).</source>
        <translation>Vah, které s L1 přeskakují přes nulu tam a zpět: {0}, nikdy dál než ηλ/n = {1}. Nic se neořezává: na místě by zůstala jen přesná nula (sgn 0 = 0).</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>lowest at epoch {0}</source>
        <translation>minimum v {0}. epoše</translation>
    </message>
    <message>
        <source>100 % at epoch {0}</source>
        <translation>100 % v {0}. epoše</translation>
    </message>
    <message>
        <source>gap over {0} points from epoch {1} on</source>
        <translation>rozdíl přes {0} p. b. už od {1}. epochy</translation>
    </message>
    <message>
        <source>Costs diverge</source>
        <translation>C₀ se rozchází</translation>
    </message>
    <message>
        <source>Accuracies diverge</source>
        <translation>Přesnosti se rozcházejí</translation>
    </message>
    <message>
        <source>Near 100 %</source>
        <translation>Podezřele přesné</translation>
    </message>
    <message>
        <source>Large gap</source>
        <translation>Velký rozdíl</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>C₀</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>≈ 100 %</source>
        <translation>≈ 100 %</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Rozdíl</translation>
    </message>
    <message>
        <source>The training cost falls while the validation cost does not.</source>
        <translation>Trénovací účelová funkce klesá, zatímco validační ne.</translation>
    </message>
    <message>
        <source>The training accuracy rises while the validation accuracy does not.</source>
        <translation>Trénovací přesnost roste, zatímco validační ne.</translation>
    </message>
    <message>
        <source>The training accuracy is suspiciously high.</source>
        <translation>Trénovací přesnost je podezřele vysoká.</translation>
    </message>
    <message>
        <source>The gap between training and validation accuracy is large.</source>
        <translation>Rozdíl mezi trénovací a validační přesností je velký.</translation>
    </message>
    <message>
        <source>since epoch {0}</source>
        <translation>od {0}. epochy</translation>
    </message>
    <message>
        <source>too early to tell</source>
        <translation>zatím nelze říct</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>pozor</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>zatím ne</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>{0}. epocha</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>brzy</translation>
    </message>
    <message>
        <source>When does the network begin to overfit?</source>
        <translation>Kdy začne overfitting?</translation>
    </message>
    <message>
        <source>Run {0} has a gap of {1} points: does it overfit?</source>
        <translation>Běh {0}: rozdíl {1} p. b. Je to overfitting?</translation>
    </message>
    <message>
        <source>Run {0} overfits: since epoch {1} by the cost, {2} by the accuracy.</source>
        <translation>Běh {0}: overfitting podle C₀ od {1}., podle přesnosti od {2}. epochy.</translation>
    </message>
    <message>
        <source>Run {0} overfits since epoch {1}, by the cost.</source>
        <translation>Běh {0}: podle C₀ overfitting od {1}. epochy.</translation>
    </message>
    <message>
        <source>Run {0} overfits since epoch {1}, by the accuracy.</source>
        <translation>Běh {0}: podle přesnosti overfitting od {1}. epochy.</translation>
    </message>
    <message>
        <source>Run {0}: training is {1} points above validation.</source>
        <translation>Běh {0}: trénink je o {1} p. b. nad validací.</translation>
    </message>
    <message>
        <source>Run {0} does not overfit: gap {1} points.</source>
        <translation>Běh {0} bez overfittingu: rozdíl {1} p. b.</translation>
    </message>
    <message>
        <source>Training cost {0}, validation cost {1}</source>
        <translation>Účelová funkce: trénovací {0}, validační {1}</translation>
    </message>
    <message>
        <source>From epoch {0} on, the training cost went from {1} to {2}, the validation cost from {3} to {4} (means of 5 epochs).</source>
        <translation>Od {0}. epochy šla trénovací účelová funkce z {1} na {2}, validační z {3} na {4} (průměry z 5 epoch).</translation>
    </message>
    <message>
        <source>From epoch {0} on, {5} of the mistakes on training images have gone (accuracy {1} to {2}), but {6} of those on validation images ({3} to {4}); means of 5 epochs.</source>
        <translation>Od {0}. epochy zmizelo {5} chyb na trénovacích obrázcích (přesnost z {1} na {2}), ale na validačních jen {6} (z {3} na {4}); průměry z 5 epoch.</translation>
    </message>
    <message>
        <source>{0}: nothing suspicious.</source>
        <translation>{0}: nic podezřelého.</translation>
    </message>
    <message>
        <source>Training accuracy {0}, validation accuracy {1}</source>
        <translation>Trénovací přesnost {0}, validační {1}</translation>
    </message>
    <message>
        <source>{0}: too early to tell.</source>
        <translation>{0}: zatím nelze říct.</translation>
    </message>
    <message>
        <source>{0}: they have not diverged.</source>
        <translation>{0}: zatím se nerozešly.</translation>
    </message>
    <message>
        <source>It must exceed the fluctuations, and last.</source>
        <translation>Musí to přesáhnout náhodné fluktuace a vydržet.</translation>
    </message>
    <message>
        <source>It counts once it lasts and the validation accuracy no longer rises clearly.</source>
        <translation>Počítá se to, až to vydrží a validační přesnost už zřetelně neroste.</translation>
    </message>
    <message>
        <source>By the cost: not yet.</source>
        <translation>Podle účelové funkce: zatím ne.</translation>
    </message>
    <message>
        <source>By the cost: at epoch {0}, its lowest on validation images.</source>
        <translation>Podle účelové funkce: v {0}. epoše, kde má validační minimum.</translation>
    </message>
    <message>
        <source>By the accuracy: not yet.</source>
        <translation>Podle přesnosti: zatím ne.</translation>
    </message>
    <message>
        <source>By the accuracy: at epoch {0}; later it hardly rises.</source>
        <translation>Podle přesnosti: v {0}. epoše; pak už skoro neroste.</translation>
    </message>
    <message>
        <source>{0} of the training images are recognized, but only {1} of the validation images.</source>
        <translation>Z trénovacích obrázků síť pozná {0}, z validačních jen {1}.</translation>
    </message>
    <message>
        <source>The training accuracy {0} is {2} points above the validation accuracy {1}.</source>
        <translation>Trénovací přesnost {0} je o {2} p. b. vyšší než validační {1}.</translation>
    </message>
</context>
<context>
    <name>SignsStrip</name>
    <message>
        <source>Signs of overfitting</source>
        <translation>Jak odhalit overfitting</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Overfitting</translation>
    </message>
    <message>
        <source>Show what each sign rests on, and its threshold, in place of the weights; or the weights again</source>
        <translation>Místo vah ukázat, z čeho každý znak vychází a jaký má práh; nebo zase váhy</translation>
    </message>
</context>
<context>
    <name>SignsView</name>
    <message>
        <source>When does overfitting start?</source>
        <translation>Kdy začíná přeučení (overfitting)?</translation>
    </message>
    <message>
        <source>Beyond</source>
        <translation>Změna přes</translation>
    </message>
    <message>
        <source>for epochs</source>
        <translation>trvající epoch</translation>
    </message>
    <message>
        <source>Reset thresholds</source>
        <translation>Obnovit prahy</translation>
    </message>
    <message>
        <source>Take the thresholds again that were calibrated on runs of this program</source>
        <translation>Vrátit prahy, které byly nastaveny podle běhů tohoto programu</translation>
    </message>
</context>
<context>
    <name>SizeCurves</name>
    <message>
        <source>Validation accuracy (fainter: training)</source>
        <translation>Validační přesnost (světleji: trénovací)</translation>
    </message>
    <message>
        <source>Training images n</source>
        <translation>Trénovací obrázky n</translation>
    </message>
</context>
<context>
    <name>SizesSentences</name>
    <message>
        <source>When does regularization help: with few images, or with many?</source>
        <translation>Kdy regularizace pomáhá: když je obrázků málo, nebo hodně?</translation>
    </message>
    <message>
        <source>No difference is larger than seeds explain.</source>
        <translation>Žádný rozdíl není větší, než vysvětlí seedy.</translation>
    </message>
    <message>
        <source>Regularization helps most with {0} images: {1} points.</source>
        <translation>Regularizace pomáhá nejvíc při n = {0}: {1} p. b.</translation>
    </message>
    <message>
        <source>Regularization helps with {0} images, but harms with {2}.</source>
        <translation>Regularizace při n = {0} pomáhá, ale při n = {2} škodí.</translation>
    </message>
    <message>
        <source>Regularization harms, most with {2} images: {3} points.</source>
        <translation>Regularizace škodí, nejvíc při n = {2}: {3} p. b.</translation>
    </message>
    <message>
        <source>Regularization clearly helps with {0} images: {1} points.</source>
        <translation>Regularizace zřetelně pomáhá při n = {0}: {1} p. b.</translation>
    </message>
    <message>
        <source>Regularization clearly harms with {2} images: {3} points.</source>
        <translation>Regularizace zřetelně škodí při n = {2}: {3} p. b.</translation>
    </message>
    <message>
        <source>n = {0}: {1} without, {2} with regularization.</source>
        <translation>n = {0}: {1} bez regularizace, {2} s regularizací.</translation>
    </message>
    <message>
        <source>The difference is largest at n = {0}: {1} points.</source>
        <translation>Největší rozdíl je pro n = {0}: {1} p. b.</translation>
    </message>
</context>
<context>
    <name>SizesView</name>
    <message>
        <source>{0} sizes with {1} seeds; no run sees more than {2} images, those of all epochs together</source>
        <translation>Počet velikostí: {0}, seedů: {1}; žádný běh neuvidí více než {2} obrázků ve všech epochách dohromady</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>Všechny velikosti</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rychle</translation>
    </message>
    <message>
        <source>How thorough</source>
        <translation>Jak důkladně</translation>
    </message>
    <message>
        <source>no regularization</source>
        <translation>bez regularizace</translation>
    </message>
    <message>
        <source>with {0}, and without; {1} runs</source>
        <translation>s {0} a bez regularizace; běhů: {1}</translation>
    </message>
    <message>
        <source>dropout {0}</source>
        <translation>dropout {0}</translation>
    </message>
    <message>
        <source>The first runs are being trained …</source>
        <translation>Trénují se první běhy …</translation>
    </message>
    <message>
        <source>Here you will see how many validation images are recognized after training on few images and on many, with regularization and without. Press S to search.</source>
        <translation>Tady uvidíte, kolik validačních obrázků síť rozpozná po tréninku na málo i na mnoha obrázcích, s regularizací a bez ní. Hledání spustíte klávesou S.</translation>
    </message>
    <message>
        <source>{0} epochs at n = {1}</source>
        <translation>epoch: {0} pro n = {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} pro {1}</translation>
    </message>
    <message>
        <source>{0} to {1} images</source>
        <translation>{0} až {1} obrázků</translation>
    </message>
</context>
<context>
    <name>SmallWeightsPlot</name>
    <message>
        <source>|w| &lt; 0.01, all layers</source>
        <translation>|w| &lt; 0,01, všechny vrstvy</translation>
    </message>
</context>
<context>
    <name>StateDisplay</name>
    <message>
        <source>This needs a new run: press Start. The present run stays in the list.</source>
        <translation>Na to je potřeba nový běh: stiskněte Start. Současný běh zůstane v seznamu.</translation>
    </message>
</context>
<context>
    <name>StatusSentence</name>
    <message>
        <source>The training has not answered for {0} s: wait, or end it with Stop (Esc); the curves so far are kept.</source>
        <translation>Trénování už {0} s neodpovídá: počkejte, nebo je ukončete tlačítkem Stop (Esc); dosavadní křivky zůstanou.</translation>
    </message>
    <message>
        <source>The measuring has not answered for {0} s: wait, or end all that goes on with Stop (Esc).</source>
        <translation>Měření už {0} s neodpovídá: počkejte, nebo vše, co běží, ukončete tlačítkem Stop (Esc).</translation>
    </message>
    <message>
        <source>{0}: press Space to train it.</source>
        <translation>{0}: trénování spustí mezerník.</translation>
    </message>
    <message>
        <source>{0}: press Start to train it.</source>
        <translation>{0}: trénování spustí tlačítko Start.</translation>
    </message>
    <message>
        <source>Ready: press Space to train.</source>
        <translation>Připraveno: trénink spustíte mezerníkem.</translation>
    </message>
    <message>
        <source>Ready: press Start to train.</source>
        <translation>Připraveno: trénink spustíte tlačítkem Start.</translation>
    </message>
    <message>
        <source>Ready: press Start, and a network learns 1,000 digits by heart.</source>
        <translation>Připraveno: stiskněte Start a síť se naučí 1 000 číslic nazpaměť.</translation>
    </message>
    <message>
        <source>{0} of the training images are recognized.</source>
        <translation>Síť pozná {0} trénovacích obrázků.</translation>
    </message>
    <message>
        <source>Ready: press Space, and a network learns 1,000 digits by heart.</source>
        <translation>Připraveno: stiskněte mezerník a síť se naučí 1 000 číslic nazpaměť.</translation>
    </message>
    <message>
        <source>The run was stopped at epoch {0} and stays in the list.</source>
        <translation>Předchozí běh skončil v epoše {0} a zůstává v seznamu.</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Step {0} of {1}, done</source>
        <translation>Krok {0} ze {1}, hotovo</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Krok {0} ze {1}</translation>
    </message>
</context>
<context>
    <name>StoppingMarks</name>
    <message>
        <source>best: epoch {0} is used</source>
        <translation>nejlepší: používá se {0}. epocha</translation>
    </message>
    <message>
        <source>best until then: epoch {0}</source>
        <translation>do té doby nejlepší: {0}. epocha</translation>
    </message>
    <message>
        <source>stopped at {0}: {1}</source>
        <translation>ukončeno v {0}. epoše: {1}</translation>
    </message>
    <message>
        <source>would stop at {0}: {1}</source>
        <translation>skončilo by v {0}. epoše: {1}</translation>
    </message>
</context>
<context>
    <name>StoppingPage</name>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>Use this rule</source>
        <translation>Použít toto pravidlo</translation>
    </message>
    <message>
        <source>Stop runs by the selected rule: it becomes part of the experiment</source>
        <translation>Ukončovat běhy podle vybraného pravidla: stane se součástí experimentu</translation>
    </message>
    <message>
        <source>Reset thresholds</source>
        <translation>Obnovit prahy</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Obnovit</translation>
    </message>
    <message>
        <source>Give all rules the numbers that they began with</source>
        <translation>Vrátit všem pravidlům jejich původní prahy</translation>
    </message>
    <message>
        <source>Each rule for early stopping will plant a flag here, where it would have stopped the run, which goes on all the same. Press Space to start.</source>
        <translation>Každé pravidlo předčasného ukončení tu zapíchne vlaječku tam, kde by běh ukončilo; ten ale poběží dál. Spusťte mezerníkem.</translation>
    </message>
    <message>
        <source>Here you will see how many validation images are recognized where the rules stop.</source>
        <translation>Tady uvidíte, kolik validačních obrázků síť rozpozná tam, kde pravidla končí.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochy</translation>
    </message>
    <message>
        <source>The number of the selected rule: {0}</source>
        <translation>Práh vybraného pravidla: {0}</translation>
    </message>
</context>
<context>
    <name>StoppingPanel</name>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Pravidlo</translation>
    </message>
    <message>
        <source>By what training is stopped before the last epoch. GL, PQ and UP are Prechelt&apos;s (1998), and look at the validation cost. May be changed while the network trains.</source>
        <translation>Podle čeho se trénink ukončí před poslední epochou. GL, PQ a UP pocházejí od Prechelta (1998) a sledují validační účelovou funkci. Lze měnit během tréninku.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Sleduje</translation>
    </message>
    <message>
        <source>What has to improve on the validation images, and decides which epoch is the best.</source>
        <translation>Co se musí na validačních obrázcích zlepšovat; podle toho se určí i nejlepší epocha.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Potom</translation>
    </message>
    <message>
        <source>Stop and use the network of the best epoch, or mark the epoch in the curves and go on.</source>
        <translation>Skončit a použít síť z nejlepší epochy, nebo epochu v křivkách jen vyznačit a pokračovat.</translation>
    </message>
    <message>
        <source>No improvement</source>
        <translation>Bez zlepšení</translation>
    </message>
    <message>
        <source>GL: loss</source>
        <translation>GL: ztráta</translation>
    </message>
    <message>
        <source>PQ: loss / progress</source>
        <translation>PQ: ztráta / pokrok</translation>
    </message>
    <message>
        <source>UP: cost rises</source>
        <translation>UP: C₀ roste</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Přesnost</translation>
    </message>
    <message>
        <source>The share of the validation images that are recognized</source>
        <translation>Podíl rozpoznaných validačních obrázků</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>C₀</translation>
    </message>
    <message>
        <source>The cost C₀ of the validation images, without penalty</source>
        <translation>Účelová funkce na validačních obrázcích, bez penalizace</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Skončit</translation>
    </message>
    <message>
        <source>The run ends, and the network of the best epoch is used.</source>
        <translation>Běh skončí a použije se síť z nejlepší epochy.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Vyznačit</translation>
    </message>
    <message>
        <source>Both epochs are marked in the curves, and the run goes on.</source>
        <translation>Obě epochy se vyznačí v křivkách a běh pokračuje.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochy</translation>
    </message>
    <message>
        <source>After so many epochs without improvement</source>
        <translation>Po tolika epochách bez zlepšení</translation>
    </message>
    <message>
        <source>α (%)</source>
        <translation>α (%)</translation>
    </message>
    <message>
        <source>How far above its lowest the validation cost may be, in per cent</source>
        <translation>O kolik procent smí být validační účelová funkce nad svým minimem</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>How much larger the loss may be than the progress: small α stops sooner</source>
        <translation>Kolikrát smí být ztráta větší než pokrok: malé α ukončuje dříve</translation>
    </message>
    <message>
        <source>s (strips)</source>
        <translation>s (úseků)</translation>
    </message>
    <message>
        <source>How many strips of 5 epochs in a row must end with a higher cost</source>
        <translation>Kolik pětiepochových úseků po sobě musí skončit s vyšší účelovou funkcí</translation>
    </message>
</context>
<context>
    <name>StoppingText</name>
    <message>
        <source>{0} epochs without improvement</source>
        <translation>{0} ep. bez zlepšení</translation>
    </message>
    <message>
        <source>{0} epochs without lower cost</source>
        <translation>{0} ep. bez poklesu C₀</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>no early stopping</source>
        <translation>bez předčasného ukončení</translation>
    </message>
    <message>
        <source>stop: {0}</source>
        <translation>ukončí: {0}</translation>
    </message>
    <message>
        <source>mark: {0}</source>
        <translation>vyznačí: {0}</translation>
    </message>
    <message>
        <source>Stops when the validation accuracy has not risen above its best for {0} epochs.</source>
        <translation>Ukončí trénink, když validační přesnost {0} epoch po sobě nepřekoná dosavadní maximum.</translation>
    </message>
    <message>
        <source>Stops when the validation cost has not fallen below its lowest for {0} epochs.</source>
        <translation>Ukončí trénink, když validační účelová funkce {0} epoch po sobě neklesne pod dosavadní minimum.</translation>
    </message>
    <message>
        <source>Stops when the validation cost E is more than {0} % above its lowest: GL = 100 · (E / lowest E − 1) &gt; {0}.</source>
        <translation>Ukončí trénink, když je validační účelová funkce E o více než {0} % nad svým minimem: GL = 100 · (E / min E − 1) &gt; {0}.</translation>
    </message>
    <message>
        <source>Stops at the end of 5 epochs in which the training cost made little progress P, beside the loss GL: GL / P &gt; {0}, P = 1000 · (mean / lowest training cost − 1).</source>
        <translation>Ukončí trénink po pěti epochách, ve kterých trénovací účelová funkce proti ztrátě GL málo pokročila: GL / P &gt; {0}, P = 1000 · (průměr / minimum trénovací účelové funkce − 1).</translation>
    </message>
    <message>
        <source>Stops when the validation cost has risen in {0} strips of 5 epochs in a row.</source>
        <translation>Ukončí trénink, když validační účelová funkce vzrostla v tolika pětiepochových úsecích po sobě: {0}.</translation>
    </message>
    <message>
        <source>All epochs are trained, and the last one&apos;s network is used.</source>
        <translation>Trénují se všechny epochy a použije se síť z poslední z nich.</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Fall of the training cost</source>
        <translation>Pokles trénovací účelové funkce</translation>
    </message>
    <message>
        <source>By how much the training cost must have fallen while the validation cost has not.</source>
        <translation>O kolik musela klesnout trénovací účelová funkce, zatímco validační neklesla.</translation>
    </message>
    <message>
        <source>Fall of the validation cost that counts as none</source>
        <translation>Pokles validační účelové funkce, který se nepočítá</translation>
    </message>
    <message>
        <source>A validation cost that falls by less than this counts as one that does not fall.</source>
        <translation>Klesne-li validační účelová funkce o méně, počítá se, že neklesá.</translation>
    </message>
    <message>
        <source>Training mistakes that have gone</source>
        <translation>Zmizelé chyby na trénovacích obrázcích</translation>
    </message>
    <message>
        <source>How many of the mistakes on training images must have gone while those on validation images have not: near 100 % an accuracy can rise by little only.</source>
        <translation>Kolik chyb na trénovacích obrázcích muselo zmizet, zatímco na validačních ne: blízko 100 % už může přesnost vzrůst jen o málo.</translation>
    </message>
    <message>
        <source>Validation mistakes whose going counts as none</source>
        <translation>Zmizelé chyby na validačních obrázcích, které se nepočítají</translation>
    </message>
    <message>
        <source>Where fewer of the mistakes on validation images have gone than this, the validation accuracy counts as one that does not rise.</source>
        <translation>Zmizí-li na validačních obrázcích méně chyb, počítá se, že validační přesnost neroste.</translation>
    </message>
    <message>
        <source>Suspicious training accuracy</source>
        <translation>Podezřelá trénovací přesnost</translation>
    </message>
    <message>
        <source>From here on a training accuracy is suspicious, where the validation accuracy is lower.</source>
        <translation>Odtud výše je trénovací přesnost podezřelá, je-li validační nižší.</translation>
    </message>
    <message>
        <source>Large gap, in points</source>
        <translation>Velký rozdíl (p. b.)</translation>
    </message>
    <message>
        <source>A gap of more points than this is large.</source>
        <translation>Větší rozdíl v p. b. už je velký.</translation>
    </message>
    <message>
        <source>Fluctuations</source>
        <translation>Náhodné fluktuace</translation>
    </message>
    <message>
        <source>How many standard deviations of a curve&apos;s own fluctuations a change must exceed. They are estimated from its last epochs.</source>
        <translation>Kolik směrodatných odchylek vlastních fluktuací křivky musí změna přesáhnout. Fluktuace se odhadují z posledních epoch.</translation>
    </message>
    <message>
        <source>Epochs that a sign must last</source>
        <translation>Kolik epoch musí znak vydržet</translation>
    </message>
    <message>
        <source>For how many epochs a sign must be seen before it counts, or gone before it goes out.</source>
        <translation>Kolik epoch musí být znak vidět, než se počítá, nebo chybět, než zhasne.</translation>
    </message>
</context>
<context>
    <name>TrainedView</name>
    <message>
        <source>Press S: trained networks with {0} to {1} hidden neurons, with true and with wrong labels.</source>
        <translation>Stiskněte S: natrénují se sítě s {0} až {1} skrytými neurony, s pravdivými a s chybnými štítky.</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>pravdivé štítky</translation>
    </message>
    <message>
        <source>{0} wrong</source>
        <translation>{0} chybných</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>vrchol</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Ukončit předčasně</translation>
    </message>
    <message>
        <source>Show each network as it was at its lowest validation cost, as early stopping would keep it</source>
        <translation>Ukázat každou síť v epoše s nejnižším validačním C₀, jak by ji uchovalo předčasné ukončení</translation>
    </message>
    <message>
        <source>Train networks of {0} to {1} hidden neurons on {2} images of MNIST, with true and with {3} wrong labels, with {4} seeds: some minutes</source>
        <translation>Natrénovat sítě s {0} až {1} skrytými neurony na {2} obrázcích z MNIST, s pravdivými štítky a s {3} chybných; počet seedů: {4}; pár minut</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Natrénovat</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>{0}, m {1}, {2} epochs</source>
        <translation>{0}, m {1}, epoch: {2}</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>Rychlost učení η</translation>
    </message>
    <message>
        <source>How far each step goes against the gradient. May be changed while the network trains.</source>
        <translation>Jak daleko jde každý krok proti gradientu. Lze měnit během tréninku.</translation>
    </message>
    <message>
        <source>Does not fall</source>
        <translation>neklesá</translation>
    </message>
    <message>
        <source>Halved</source>
        <translation>půlí se</translation>
    </message>
    <message>
        <source>Exponentially</source>
        <translation>exponenciálně</translation>
    </message>
    <message>
        <source>Fall of η</source>
        <translation>Pokles η</translation>
    </message>
    <message>
        <source>Whether the learning rate gets smaller while it trains: halved whenever the validation accuracy has not improved for some epochs, or a little after every epoch. May be changed while the network trains.</source>
        <translation>Zda se rychlost učení během tréninku zmenšuje: půlí se, kdykoli se validační přesnost několik epoch nezlepší, nebo klesne trochu po každé epoše. Lze měnit i během tréninku.</translation>
    </message>
    <message>
        <source>Epochs until halved</source>
        <translation>Epoch do půlení</translation>
    </message>
    <message>
        <source>After so many epochs without a better validation accuracy, η is halved.</source>
        <translation>Po tolika epochách bez lepší validační přesnosti se η zmenší na polovinu.</translation>
    </message>
    <message>
        <source>γ per epoch</source>
        <translation>γ za epochu</translation>
    </message>
    <message>
        <source>What η is multiplied by after every epoch.</source>
        <translation>Čím se η násobí po každé epoše.</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>Setrvačnost μ</translation>
    </message>
    <message>
        <source>How much of its velocity v a weight keeps from step to step; 0 is plain gradient descent. The penalty&apos;s step is still taken of the weight itself. May be changed while the network trains.</source>
        <translation>Kolik ze své rychlosti v si váha nechá od kroku ke kroku; 0 je prostý gradientní sestup. Krok penalizace se pořád bere z váhy samotné. Lze měnit i během tréninku.</translation>
    </message>
    <message>
        <source>Mini-batch m</source>
        <translation>Minibatch m</translation>
    </message>
    <message>
        <source>How many images are looked at before each step. Takes effect with a new run.</source>
        <translation>Kolik obrázků si síť prohlédne před každým krokem. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochy</translation>
    </message>
    <message>
        <source>How often every training image is used. Takes effect with a new run.</source>
        <translation>Kolikrát projde sítí každý trénovací obrázek. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Equal seeds give equal initial weights and the same order of images. Takes effect with a new run.</source>
        <translation>Stejný seed znamená stejné počáteční váhy a stejné pořadí obrázků. Projeví se v novém běhu.</translation>
    </message>
    <message>
        <source>Velocity of a weight</source>
        <translation>Rychlost váhy</translation>
    </message>
</context>
<context>
    <name>TugArrows</name>
    <message>
        <source>← smaller w      larger w →</source>
        <translation>← menší w      větší w →</translation>
    </message>
</context>
<context>
    <name>TugSentences</name>
    <message>
        <source>Who pulls at a weight, and who is stronger?</source>
        <translation>Kdo táhne za váhu a kdo má víc síly?</translation>
    </message>
    <message>
        <source>Without a penalty only the data pull at the weights.</source>
        <translation>Bez penalizace táhnou za váhy jen data.</translation>
    </message>
    <message>
        <source>{0} holds {1} of the weights at 0: the data pull less there than it does.</source>
        <translation>{0} drží u nuly {1} vah: data tam táhnou slaběji.</translation>
    </message>
    <message>
        <source>Data and penalty nearly balance: weights lie near the line (correlation {0}).</source>
        <translation>Data a penalizace jsou skoro v rovnováze: váhy leží u přímky (korelace {0}).</translation>
    </message>
    <message>
        <source>The tug of war goes on: both pulls cancel at {0} of the weights.</source>
        <translation>Přetahovaná trvá: oba tahy se vyruší u {0} vah.</translation>
    </message>
    <message>
        <source>Epoch {0}: the rest is below 10 % of the larger pull at {1} of weights; correlation {2}.</source>
        <translation>{0}. epocha: zbytek je pod 10 % většího tahu u {1} vah; korelace {2}.</translation>
    </message>
    <message>
        <source>The correlation is that of −∂C₀/∂w and w.</source>
        <translation>Korelace je mezi −∂C₀/∂w a w.</translation>
    </message>
    <message>
        <source>{0} are held at 0, and at {1} the data pull less than L1’s share of λ/n.</source>
        <translation>U nuly je drženo {0} a u {1} táhnou data slaběji než podíl L1 na λ/n.</translation>
    </message>
    <message>
        <source>At {0} the data do not pull at all, above all at weights from pixels without ink: only the penalty acts.</source>
        <translation>U {0} data netáhnou vůbec, hlavně u vah z pixelů bez inkoustu: působí jen penalizace.</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropoutu</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>augmentace</translation>
    </message>
    <message>
        <source>Training follows other pulls than those drawn, which are without {0}.</source>
        <translation>Trénink se řídí jinými tahy, než jsou tyto: ty jsou bez {0}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> a </translation>
    </message>
    <message>
        <source>Layer {0}, output {1}, pixel ({2}, {3})</source>
        <translation>Vrstva {0}, výstup {1}, pixel ({2}; {3})</translation>
    </message>
    <message>
        <source>Output {1} ({2}, {3})</source>
        <translation>Výstup {1} ({2}; {3})</translation>
    </message>
    <message>
        <source>Layer {0}, neuron {1}, pixel ({2}, {3})</source>
        <translation>Vrstva {0}, neuron {1}, pixel ({2}; {3})</translation>
    </message>
    <message>
        <source>Neuron {1} ({2}, {3})</source>
        <translation>Neuron {1} ({2}; {3})</translation>
    </message>
    <message>
        <source>Layer {0}, output {1}, from neuron {4}</source>
        <translation>Vrstva {0}, výstup {1}, z neuronu {4}</translation>
    </message>
    <message>
        <source>Output {1} ← {4}</source>
        <translation>Výstup {1} ← {4}</translation>
    </message>
    <message>
        <source>Layer {0}, neuron {1}, from neuron {4}</source>
        <translation>Vrstva {0}, neuron {1}, z neuronu {4}</translation>
    </message>
    <message>
        <source>Neuron {1} ← {4}</source>
        <translation>Neuron {1} ← {4}</translation>
    </message>
    <message>
        <source>Hidden neurons (across) → outputs {1}–{2} (down), ±{0}</source>
        <translation>Skryté neurony (vodorovně) → výstupy {1}–{2} (svisle), ±{0}</translation>
    </message>
    <message>
        <source>To outputs {1}–{2}, ±{0}</source>
        <translation>Do výstupů {1}–{2}, ±{0}</translation>
    </message>
    <message>
        <source>Weights from the pixels to this output, ±{0}</source>
        <translation>Váhy z pixelů do tohoto výstupu, ±{0}</translation>
    </message>
    <message>
        <source>Weights from the pixels to this neuron, ±{0}</source>
        <translation>Váhy z pixelů do tohoto neuronu, ±{0}</translation>
    </message>
    <message>
        <source>From the pixels, ±{0}</source>
        <translation>Z pixelů, ±{0}</translation>
    </message>
    <message>
        <source>C₀ over all {0} training images; {1} of {2} weights are drawn.</source>
        <translation>C₀ přes všech {0} trénovacích obrázků; nakresleno je {1} z {2} vah.</translation>
    </message>
    <message>
        <source>A step of training follows the pull of {0} of the images only.</source>
        <translation>Krok tréninku se řídí jen tahem {0} obrázků.</translation>
    </message>
</context>
<context>
    <name>TugView</name>
    <message>
        <source>Largest</source>
        <translation>Největší</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Prostřední</translation>
    </message>
    <message>
        <source>Near 0</source>
        <translation>U nuly</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Sledovaná</translation>
    </message>
    <message>
        <source>Two arrows for each weight.</source>
        <translation>U každé váhy dvě šipky.</translation>
    </message>
    <message>
        <source>The pulls are being measured …</source>
        <translation>Tahy se měří …</translation>
    </message>
    <message>
        <source>The networks are being trained …</source>
        <translation>Sítě se trénují …</translation>
    </message>
    <message>
        <source>Here you will see how hard the training data pull at each weight of a run, and where the penalty pulls as hard. Press S to train three runs.</source>
        <translation>Tady uvidíte, jak silně táhnou trénovací data za každou váhu běhu a kde táhne penalizace stejně. Klávesa S natrénuje tři běhy.</translation>
    </message>
    <message>
        <source>Train three</source>
        <translation>Natrénovat tři</translation>
    </message>
    <message>
        <source>Train {0} on {1} images: with L2 (λ {2}), with L1 (λ {3}), and with L2 (λ {4}) and all images in each of 1,000 steps; those that are not among the runs shown</source>
        <translation>Natrénovat {0} na {1} obrázcích: s L2 (λ {2}), s L1 (λ {3}) a s L2 (λ {4}) a všemi obrázky v každém z 1&#xa0;000 kroků; jen ty, které mezi zobrazenými běhy chybějí</translation>
    </message>
    <message>
        <source>A point for each weight, on the line if both pulls cancel; click one to see it</source>
        <translation>Bod za každou váhu, na čáře, pokud se oba tahy vyruší; kliknutím ji uvidíte</translation>
    </message>
    <message>
        <source>Arrows of a few weights</source>
        <translation>Šipky několika vah</translation>
    </message>
    <message>
        <source>Filled: where the training data pull a weight, −∂C₀/∂w; hollow: where the penalty pulls it. All in one scale, in millionths; their sum is −∂C/∂w.</source>
        <translation>Plná: kam táhnou váhu trénovací data, −∂C₀/∂w; prázdná: kam ji táhne penalizace. Vše v jednom měřítku, v miliontinách; dohromady dávají −∂C/∂w.</translation>
    </message>
    <message>
        <source>Pulls, 10⁻⁶</source>
        <translation>Tahy, 10⁻⁶</translation>
    </message>
    <message>
        <source>data</source>
        <translation>data</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>penalizace</translation>
    </message>
    <message>
        <source>Weights to choose from</source>
        <translation>Váhy na výběr</translation>
    </message>
    <message>
        <source>Click a weight to see its arrows, or go to it by the arrow keys; (1, 1) is the pixel at the top left. Red is positive, blue negative.</source>
        <translation>Kliknutím na váhu (nebo šipkami na klávesnici) ji vyberete a uvidíte oba její tahy; (1; 1) je pixel vlevo nahoře. Červená je kladná, modrá záporná.</translation>
    </message>
    <message>
        <source>Another weight</source>
        <translation>Jiná váha</translation>
    </message>
    <message>
        <source>Show another weight at random</source>
        <translation>Ukázat jinou, náhodně vybranou váhu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>No longer show the chosen weight</source>
        <translation>Už neukazovat vybranou váhu</translation>
    </message>
</context>
<context>
    <name>TurnedDigit</name>
    <message>
        <source>Your drawing is read as {0} at every angle.</source>
        <translation>Vaši kresbu síť čte jako „{0}“ při každém úhlu.</translation>
    </message>
    <message>
        <source>Your drawing is read as {0} at no angle.</source>
        <translation>Vaši kresbu síť nečte jako „{0}“ při žádném úhlu.</translation>
    </message>
    <message>
        <source>Your drawing is read as {0} at {1} of 360 angles; longest stretch: {2} to {3}.</source>
        <translation>Vaši kresbu síť čte jako „{0}“ při {1} z 360 úhlů, nejširší úsek je {2} až {3}.</translation>
    </message>
    <message>
        <source>This {0} is read as {0} at every angle.</source>
        <translation>Obrázek „{0}“ síť čte jako „{0}“ při každém úhlu.</translation>
    </message>
    <message>
        <source>This {0} is read as {0} at no angle.</source>
        <translation>Obrázek „{0}“ síť nečte jako „{0}“ při žádném úhlu.</translation>
    </message>
    <message>
        <source>This {0} is read as {0} at {1} of 360 angles; longest stretch: {2} to {3}.</source>
        <translation>Obrázek „{0}“ síť čte jako „{0}“ při {1} z 360 úhlů, nejširší úsek je {2} až {3}.</translation>
    </message>
    <message>
        <source>It is read as {0} at every angle.</source>
        <translation>Odpověď „{0}“ dává při každém úhlu.</translation>
    </message>
    <message>
        <source>It is read as {0} at no angle.</source>
        <translation>Odpověď „{0}“ nedává při žádném úhlu.</translation>
    </message>
    <message>
        <source>It is read as {0} at {1}; longest stretch: {2} to {3}.</source>
        <translation>Odpověď „{0}“ dává při {1}, nejširší úsek je {2} až {3}.</translation>
    </message>
</context>
<context>
    <name>TwoNetworksView</name>
    <message>
        <source>Run {0}: {1}</source>
        <translation>Běh {0}: {1}</translation>
    </message>
    <message>
        <source>Train both</source>
        <translation>Natrénovat oba</translation>
    </message>
    <message>
        <source>Train {0} with L2 (λ {2}) and with L1 (λ {3}) on {1} images for 400 epochs, if they are not among the runs that are shown</source>
        <translation>Natrénovat síť {0} s L2 (λ {2}) a s L1 (λ {3}) na {1} obrázcích po 400 epoch, pokud takové běhy nejsou mezi zobrazenými</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epocha</translation>
    </message>
    <message>
        <source>The two networks are being trained …</source>
        <translation>Obě sítě se trénují …</translation>
    </message>
    <message>
        <source>Here you will see the weights of the newest run with L2 and of the newest with L1. Press S to train both.</source>
        <translation>Tady uvidíte váhy nejnovějšího běhu s L2 a nejnovějšího s L1. Oba natrénuje klávesa S.</translation>
    </message>
    <message>
        <source>The share of weights near 0, over the epochs.</source>
        <translation>Podíl vah blízkých nule v průběhu epoch.</translation>
    </message>
    <message>
        <source>The largest weight, over the epochs.</source>
        <translation>Největší váha v průběhu epoch.</translation>
    </message>
    <message>
        <source>The weights from the pixels to a few neurons of both networks.</source>
        <translation>Váhy z pixelů do několika neuronů obou sítí.</translation>
    </message>
</context>
<context>
    <name>VotesView</name>
    <message>
        <source>No guess yet</source>
        <translation>Zatím bez tipu</translation>
    </message>
    <message>
        <source>A curve is drawn</source>
        <translation>Křivka je nakreslená</translation>
    </message>
    <message>
        <source>No curve yet</source>
        <translation>Zatím bez křivky</translation>
    </message>
    <message>
        <source>Guess: {0}</source>
        <translation>Tip: {0}</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Weights, layer {0}</source>
        <translation>Váhy, vrstva {0}</translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation>Vrstva {0}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nyní</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>na začátku</translation>
    </message>
</context>
<context>
    <name>WeightImages</name>
    <message>
        <source>Weights from the pixels to each neuron of the first layer</source>
        <translation>Váhy z pixelů do jednotlivých neuronů první vrstvy</translation>
    </message>
</context>
<context>
    <name>WeightSharesPlot</name>
    <message>
        <source>Weights of layer 1 (square-root axis)</source>
        <translation>Váhy 1. vrstvy (odmocninová osa)</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>obrys</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>plocha</translation>
    </message>
    <message>
        <source>Run {0}: {1} ({2})
{3} with |w| &lt; 0.01</source>
        <translation>Běh {0}: {1} ({2})
{3} má |w| &lt; 0,01</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>What does each neuron look for?</source>
        <translation>Co který neuron hledá?</translation>
    </message>
    <message>
        <source>Here you will see what each hidden neuron looks for: without a penalty the noise of the start stays; with L2 it fades, and shapes of strokes remain. Press Space to start.</source>
        <translation>Tady uvidíte, co který skrytý neuron hledá: bez penalizace zůstane počáteční šum, s L2 se vytratí a zbudou tvary tahů. Spusťte mezerníkem.</translation>
    </message>
    <message>
        <source>Run {0}: {1}. Point at a neuron to read its weights.</source>
        <translation>Běh {0}: {1}. Ukažte myší na neuron a přečtěte si jeho váhy.</translation>
    </message>
    <message>
        <source>Neuron {0}: weights from {1} to {2}, bias {3}, length |w| = {4}</source>
        <translation>Neuron {0}: váhy od {1} do {2}, bias {3}, délka |w| = {4}</translation>
    </message>
</context>
<context>
    <name>WeightsSentences</name>
    <message>
        <source>Run {0}: {1} of these weights are nearly 0.</source>
        <translation>Běh {0}: skoro nulových je tu {1} vah.</translation>
    </message>
    <message>
        <source>Run {0}: these weights have shrunk to {1} of their initial size.</source>
        <translation>Běh {0}: váhy se zmenšily na {1} počáteční velikosti.</translation>
    </message>
    <message>
        <source>Run {0}: these weights have grown to {1} of their initial size.</source>
        <translation>Běh {0}: váhy vzrostly na {1} počáteční velikosti.</translation>
    </message>
    <message>
        <source>Run {0}: these weights are as large as at the start.</source>
        <translation>Běh {0}: váhy jsou stejně velké jako na začátku.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>What to begin with</source>
        <translation>Čím začít</translation>
    </message>
    <message>
        <source>Each step asks first, then trains, and says what came out.</source>
        <translation>Každý krok se nejdřív zeptá, pak natrénuje a řekne, co vyšlo.</translation>
    </message>
    <message>
        <source>Page Down, as a clicker sends it, begins it as well.</source>
        <translation>Spustí ji i Page Down, které posílá prezentér.</translation>
    </message>
    <message>
        <source>Press Space: a network learns {0} digits by heart.</source>
        <translation>Stiskněte mezerník: síť se naučí {0} číslic nazpaměť.</translation>
    </message>
    <message>
        <source>The lessons are in the Lesson menu, too.</source>
        <translation>Lekce najdete i v nabídce Lekce.</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>Vyzkoušejte si to</translation>
    </message>
</context>
</TS>
