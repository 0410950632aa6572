// The same as a macro, which runs the command: macros have no services.
run("Clear Results");
run("Segment (FCN)...", "model=nuclei minsize=30 labels=true table=true");
largest = 0;
for (i = 1; i < nResults; i++)
	if (getResult("Pixels", i) > getResult("Pixels", largest)) largest = i;
print(nResults + " nuclei, the largest of " + getResult("Pixels", largest) + " pixels at " +
	d2s(getResult("X", largest), 1) + ", " + d2s(getResult("Y", largest), 1));
